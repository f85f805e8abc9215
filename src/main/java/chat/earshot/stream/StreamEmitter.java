package chat.earshot.stream;

import chat.earshot.log.Chunk;
import chat.earshot.web.Outlet;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The emitter of one stream. It sends bytes that were encoded once for all: the first through Spring, which sends the headers
 * with them, the others past it, straight to the socket (docs/decisions). Only whoever has its subscriber's turn sends or completes.
 */
final class StreamEmitter extends SseEmitter {

    private static final Long NEVER = 0L;

    private final @Nullable Outlet outlet;

    /** Run at the end, perhaps twice. Set once, before the subscriber starts. */
    private Runnable atEnd = () -> {};

    /** Whether the headers are out. Touched by who has the subscriber's turn alone. */
    private boolean opened;

    /** @param outlet where HTTP/1.1 chunks go; empty where the body must be bare bytes, and all of it goes through Spring */
    StreamEmitter(Optional<Outlet> outlet) {
        super(NEVER);
        this.outlet = outlet.orElse(null);
    }

    /** Has this run once the stream has ended, in whichever way. It may be run twice. Before the subscriber starts. */
    void atEnd(Runnable task) {
        atEnd = task;
        onCompletion(task);
    }

    @Override
    public void complete() {
        try {
            super.complete();
        } finally { // also where the container cannot end the response any more, and so never says that it is complete
            atEnd.run();
        }
    }

    static void putHeaders(HttpServletResponse response) {
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, "no-store, no-transform"); // a proxy that compresses would hold events back
        response.setHeader("X-Accel-Buffering", "no"); // nginx
    }

    /** Whether {@link #send} never waits for the reader, from its second call on. */
    boolean isDirect() {
        return outlet != null;
    }

    /**
     * Sends these bytes with one write. The first write, and each where there is no outlet, waits for the reader: call it from a
     * virtual thread then.
     *
     * @return false where the reader does not keep up; the completion is told when the socket has taken the rest
     */
    boolean send(Chunk chunk, Outlet.Completion completion) throws IOException {
        if (outlet != null && opened) {
            return outlet.write(ByteBuffer.wrap(chunk.bytes()), completion);
        }
        opened = true;
        Slice bytes = outlet != null
                ? new Slice(chunk.bytes(), 0, chunk.bytes().length)
                : new Slice(chunk.bytes(), chunk.start(), chunk.length());
        try {
            super.send(Set.of(new DataWithMediaType(bytes, null)));
        } catch (IllegalStateException e) { // Spring's word for a response that has failed already
            throw new IOException(e);
        }
        return true;
    }

    /** Nothing: the headers are put already, and Spring's own copy of them would last as long as the stream. */
    @Override
    protected void extendResponse(ServerHttpResponse response) {}

    /** Part of an array, as {@link SliceConverter} writes it. */
    record Slice(byte[] bytes, int start, int length) {}
}
