package chat.earshot.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * The one place in which a refusal becomes an answer: {@code application/problem+json} (RFC 9457), or its detail as one line
 * for a client that asks for {@code text/plain} by name.
 */
public final class Problems {

    static final String JSON = MediaType.APPLICATION_PROBLEM_JSON_VALUE;
    static final String TEXT = "text/plain;charset=UTF-8";

    private Problems() {}

    /** Answers with the refusal, unless the answer is on its way already. */
    public static void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        SecurityHeaders.allowNothing(response);
        response.setStatus(refusal.status().value());
        if (refusal.retryAfter() != null) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(refusal.retryAfter().toSeconds()));
        }
        boolean text = namesPlainText(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        byte[] body = body(refusal, text);
        response.setContentType(text ? TEXT : JSON);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    static byte[] body(Refusal refusal, boolean text) {
        String body = text ? refusal.detail() + "\n" : json(refusal);
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether an Accept header names plain text; a wildcard does not. */
    static boolean namesPlainText(List<String> accept) {
        return accept.stream().anyMatch(value -> value.contains(MediaType.TEXT_PLAIN_VALUE));
    }

    private static String json(Refusal refusal) {
        return "{\"type\":\"/problems/" + refusal.slug() + "\",\"title\":\"" + quoted(refusal.title())
                + "\",\"status\":" + refusal.status().value() + ",\"detail\":\"" + quoted(refusal.detail()) + "\"}\n";
    }

    private static String quoted(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsCharArray(text));
    }
}
