package chat.earshot.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks and asks, with the JDK's own HTTP client over HTTP/1.1. For any thread, and for many at once.
 *
 * <p>Each call waits for the whole answer, whatever its status, for at most {@link Deadline#GENEROUS}; it throws an
 * {@link UncheckedIOException} when none came, and then what was said is unknown. The JDK tries a GET again by itself
 * when a connection breaks, but never a POST.
 */
public final class ChatClient implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * @param id that of the JSON object in the body, where there is one with a text under {@code id}
     */
    public record Answer(
            int status,
            HttpHeaders headers,
            String body,
            @Nullable String id) {

        public Optional<String> header(String name) {
            return headers.firstValue(name);
        }
    }

    private final URI base;
    private final HttpClient http;

    /** @param base scheme, host, port and context path, with or without a slash at its end */
    public ChatClient(URI base) {
        this.base = base;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Deadline.GENEROUS)
                .build();
    }

    /** A plain text, to the lobby and without a name. */
    public Answer post(String text) {
        return send(request("/messages")
                .header("Content-Type", "text/plain;charset=UTF-8")
                .POST(BodyPublishers.ofString(text)));
    }

    public Answer post(String text, String author, String room) {
        return send(json("/messages", object(Map.of("text", text, "author", author, "room", room))));
    }

    public Answer postWithKey(String key, String text, String room) {
        return send(
                json("/messages", object(Map.of("text", text, "room", room))).header("Idempotency-Key", key));
    }

    /** @param payloadJson put into the body as it stands, so it may be broken on purpose */
    public Answer broadcast(String event, String payloadJson, String room) {
        String names = object(Map.of("event", event, "room", room));
        return send(json("/broadcast", names.substring(0, names.length() - 1) + ",\"payload\":" + payloadJson + "}"));
    }

    /** @param path below the base, from its slash on, with the query */
    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** For requests with other headers or methods; {@link #send} sends it. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base.toString().replaceFirst("/$", "") + path))
                .timeout(Deadline.GENEROUS);
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body(), id(response));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for an answer", e);
        }
    }

    /** Ends calls that are under way. */
    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpRequest.Builder json(String path, String body) {
        return request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }

    private static String object(Map<String, String> fields) {
        return JSON.writeValueAsString(fields);
    }

    private static @Nullable String id(HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        return type.startsWith("application/json")
                ? JSON.readTree(response.body()).path("id").stringValue(null)
                : null;
    }
}
