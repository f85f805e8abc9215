package chat.earshot.web;

import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** What Jetty refuses before any servlet sees it, such as a header it cannot parse. */
final class JettyProblems extends ErrorHandler {

    @Override
    public boolean errorPageForMethod(@Nullable String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        List<String> accept = request.getHeaders().getValuesList(HttpHeader.ACCEPT);
        boolean text = Problems.namesPlainText(accept);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, text ? Problems.TEXT : Problems.JSON);
        SecurityHeaders.ALL.forEach((name, value) -> response.getHeaders().put(name, value));
        Refusal refusal = HttpRefusals.of(code);
        if (refusal.retryAfter() != null) {
            response.getHeaders()
                    .put(HttpHeader.RETRY_AFTER, refusal.retryAfter().toSeconds());
        }
        response.write(true, ByteBuffer.wrap(Problems.body(refusal, text)), callback);
    }
}
