package chat.earshot.testing;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * A recorder on {@code GET /events}: a virtual thread of its own reads a raw socket and queues every block, and it
 * remembers the last event id as a browser would, that of a block without data too (WHATWG HTML, 9.2.6).
 *
 * <p>Any thread may call anything here. What waits does so until {@link Deadline#GENEROUS} has passed, unless it is
 * given a time, and fails with an {@link AssertionError}; where the stream has ended it fails at once. Up to 100,000
 * blocks wait to be taken; with more it stops reading, and the server has a slow reader.
 */
public final class EventStream implements AutoCloseable {

    private final StreamRequest request;
    private final RawHttp http;
    private final Inbox inbox;
    private final CompletableFuture<ResponseHead> head = new CompletableFuture<>();
    private final CompletableFuture<End> closed = new CompletableFuture<>();
    private volatile boolean stopped;

    private EventStream(StreamRequest request) {
        this.request = request;
        this.inbox = new Inbox(request.lastEventId());
        this.http = request.send();
    }

    /** The lobby, live; {@link StreamRequest} for anything else. */
    public static EventStream open(URI base) {
        return open(StreamRequest.to(base));
    }

    static EventStream open(StreamRequest request) {
        EventStream stream = new EventStream(request);
        Thread.ofVirtual().name("event-stream").start(stream::listen);
        return stream;
    }

    /**
     * Waits until the stream is open and stands somewhere: its answer is 200 and {@code text/event-stream}, and a block
     * with an id has come. What is published from then on is heard here. Takes no block.
     */
    public EventStream awaitOpen() {
        Deadline deadline = Deadline.generous();
        ResponseHead answer = deadline.await(head, "The answer");
        if (!answer.isEventStream()) {
            throw new AssertionError("Not an event stream: " + answer);
        }
        inbox.awaitPosition(deadline);
        return this;
    }

    /** Waits for the answer. */
    public int status() {
        return head().status();
    }

    /** The values under each header, whatever the case of its name. Waits for the answer. */
    public Map<String, List<String>> headers() {
        return head().headers();
    }

    /** Takes the next block, be it a heartbeat, a comment or only an id. */
    public SseBlock next() {
        return next(Deadline.GENEROUS);
    }

    public SseBlock next(Duration wait) {
        return inbox.take(Deadline.after(wait));
    }

    /** Takes the next block with data and drops those before it; a {@code gap} is one, a heartbeat is not. */
    public SseBlock nextEvent() {
        return takeEvents(1).getFirst();
    }

    /** Takes so many blocks with data, all before one deadline, and drops the others between them. */
    public List<SseBlock> takeEvents(int count) {
        Deadline deadline = Deadline.generous();
        return Stream.generate(() -> inbox.take(deadline))
                .filter(SseBlock::isEvent)
                .limit(count)
                .toList();
    }

    /** Takes what there is, without waiting. After {@link #close}: all that was heard and not yet taken. */
    public List<SseBlock> drain() {
        return inbox.drain();
    }

    /** The id to resume after: of the newest block <em>heard</em>, taken or not; "" where no id was given or heard. */
    public String lastEventId() {
        return inbox.lastEventId();
    }

    /** When this returns, nothing more is queued until {@link #resume}; the socket is soon no longer read. */
    public void pause() {
        inbox.pause();
    }

    public void resume() {
        inbox.resume();
    }

    /** The same request again, with the last event id, as a browser does when the line was cut. Opens a new stream. */
    public EventStream reconnect() {
        return open(request.lastEventId(lastEventId()));
    }

    /** How it ended, once it has; exceptionally where what came was not HTTP. */
    public CompletableFuture<End> closed() {
        return closed.copy();
    }

    public End awaitClosed() {
        return Deadline.generous().await(closed, "The end");
    }

    /**
     * Fails if a block with data has been heard and not taken. It does not wait: to prove that nothing came, take what
     * was sent after it first.
     */
    public void assertNothingLeft() {
        List<SseBlock> left = inbox.events();
        if (!left.isEmpty()) {
            throw new AssertionError("Heard and not expected: " + left);
        }
    }

    /** Vanishes: the server's next write meets a reset. What was heard stays to be taken. */
    public void abort() {
        stop(http::abort);
    }

    /** Closes the socket and waits until its thread reads no more. What was heard stays to be taken. */
    @Override
    public void close() {
        stop(http::close);
    }

    private ResponseHead head() {
        return Deadline.generous().await(head, "The answer");
    }

    private void stop(Runnable closing) {
        stopped = true;
        inbox.end("closed by the test");
        closing.run();
        Deadline.generous().await(closed.exceptionally(notHttp -> End.CLOSED), "The end");
    }

    /** The life of the stream's own thread. Only here is the socket read, and only here do the futures complete. */
    private void listen() {
        try (http) {
            ResponseHead answer = http.readHead(Deadline.NEVER);
            head.complete(answer);
            end(answer.isEventStream() ? follow() : End.REFUSED);
        } catch (UncheckedIOException e) {
            head.completeExceptionally(e);
            end(End.CUT); // for the test to judge
        } catch (RuntimeException | AssertionError e) {
            head.completeExceptionally(e);
            inbox.end(e.toString());
            closed.completeExceptionally(e);
        }
    }

    private End follow() {
        SseParser parser = new SseParser();
        for (byte[] some = some(); some.length > 0; some = some()) {
            parser.feed(some).forEach(inbox::put);
        }
        return parser.isMidBlock() ? End.CUT : End.FINISHED;
    }

    private byte[] some() {
        return http.readSome(Deadline.NEVER);
    }

    private void end(End how) {
        End end = stopped ? End.CLOSED : how;
        inbox.end(end.toString());
        closed.complete(end);
    }
}
