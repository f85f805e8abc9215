package chat.earshot.stream;

import chat.earshot.log.Chunk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The emitter of one stream. It sends bytes that were encoded once for all. Only its subscriber's thread sends or completes:
 * both take one lock in Spring, and completing from elsewhere would wait behind a stalled write.
 */
final class StreamEmitter extends SseEmitter {

    private static final MediaType EVENT_STREAM = new MediaType("text", "event-stream", StandardCharsets.UTF_8);
    private static final Long NEVER = 0L;

    private final boolean framed;

    /** @param framed whether the body must be HTTP/1.1 chunks, rather than bare bytes */
    StreamEmitter(boolean framed) {
        super(NEVER);
        this.framed = framed;
    }

    static void putHeaders(HttpHeaders headers) {
        headers.setContentType(EVENT_STREAM);
        headers.setCacheControl("no-store, no-transform"); // a proxy that compresses would hold events back
        headers.set("X-Accel-Buffering", "no"); // nginx
    }

    /** Sends these bytes with one write and returns once the socket has them. */
    void send(Chunk chunk) throws IOException {
        Slice bytes = framed
                ? new Slice(chunk.bytes(), 0, chunk.bytes().length)
                : new Slice(chunk.bytes(), chunk.start(), chunk.length());
        super.send(Set.of(new DataWithMediaType(bytes, null)));
    }

    @Override
    protected void extendResponse(ServerHttpResponse response) {
        putHeaders(response.getHeaders());
    }

    /** Part of an array, as {@link SliceConverter} writes it. */
    record Slice(byte[] bytes, int start, int length) {}
}
