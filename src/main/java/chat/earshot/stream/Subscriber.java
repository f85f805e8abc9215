package chat.earshot.stream;

import chat.earshot.event.EventId;
import chat.earshot.event.Room;
import chat.earshot.log.Batch;
import chat.earshot.log.Chunk;
import chat.earshot.log.Head;
import chat.earshot.log.LogUnreadableException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open stream: an emitter, a cursor into the log, and the one thread that writes. There is no mailbox: while the cursor is
 * behind the head it takes everything between and sends it with one write, then it parks. A slow reader costs its own parked
 * thread and nothing else.
 *
 * <p>Others only flip a flag and {@linkplain #wake() wake} it; they never touch the emitter.
 */
final class Subscriber implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);
    private static final long RETRIED_AFTER_NANOS = 2_000_000;

    private final StreamRequest request;
    private final StreamEmitter emitter;
    private final Source source;
    private final Runnable cutter;
    private final Thread thread;

    /** Moved by {@link #end} alone, which only ever leaves LISTENING. */
    private final AtomicReference<State> state = new AtomicReference<>(State.LISTENING);

    /** When it last wrote, in System.nanoTime. Written by its own thread, read by the sweeper. */
    private volatile long lastWrite = System.nanoTime();

    /**
     * Whether something may have changed since it last looked. Set by whoever wakes it and cleared by its own thread before it
     * looks; the permit of unpark alone could be used up by a lock inside what it calls.
     */
    private volatile boolean woken;

    /** How many listen in its room. Written by its own thread at the start and then by the sweeper. */
    private volatile int presence;

    // Its own thread's alone.
    private EventId cursor;
    private int presenceTold;

    enum State {
        LISTENING,
        /** The server stops: say when to come back, then end. */
        DRAINING,
        /** The reader went away. */
        GONE
    }

    Subscriber(StreamRequest request, StreamEmitter emitter, Source source, Runnable cutter) {
        this.request = request;
        this.emitter = emitter;
        this.source = source;
        this.cutter = cutter;
        this.cursor = source.log().head(request.room()).position();
        this.thread = Thread.ofVirtual().name("subscriber").unstarted(this);
        emitter.onError(failure -> end(State.GONE));
        emitter.onCompletion(() -> end(State.GONE));
    }

    Room room() {
        return request.room();
    }

    /** Lets it run; once Spring has the emitter in hand, since earlier sends would pile up inside it. */
    void start() {
        thread.start();
    }

    /** Has it look around: at the head, at its flags, at the time. Any thread. */
    void wake() {
        woken = true;
        LockSupport.unpark(thread);
    }

    /** Has it leave. Any thread; the first reason stays. */
    void end(State reason) {
        if (state.compareAndSet(State.LISTENING, reason)) {
            wake();
        }
    }

    /** Breaks its connection off, also where a write is stalled. Any thread. */
    void cut() {
        end(State.GONE);
        cutter.run();
    }

    /** Tells it the time and how many listen in its room, and wakes it where it has something to say for that. Sweeper. */
    void look(long now, int streams) {
        boolean moved = request.presence() && streams != presence;
        presence = streams;
        if (moved || isHeartbeatDue(now)) {
            wake();
        }
    }

    @Override
    public void run() {
        try {
            source.registry().join(this);
            listen();
            if (state.get() == State.DRAINING) {
                send(Lines.farewell(source.farewellRetry()));
            }
        } catch (IOException
                | IllegalStateException e) { // Spring says the latter where the response has failed already
            LOG.debug("a reader went away", e);
        } catch (LogUnreadableException e) {
            LOG.debug("a stream ends because the log cannot be read; its client resumes", e);
        } finally {
            source.registry().leave(this);
            // Also after a failed send: a request that never completes keeps its socket for ever.
            emitter.complete();
        }
    }

    private void listen() throws IOException {
        if (state.get() != State.LISTENING) {
            return;
        }
        open();
        while (state.get() == State.LISTENING) {
            woken = false;
            Head head = source.log().head(room());
            if (head.sequence() > cursor.sequence()) {
                deliver(head);
            } else if (request.presence() && presence != presenceTold) {
                tellPresence();
            } else if (isHeartbeatDue(System.nanoTime())) {
                send(request.ping() ? source.ping() : Lines.HEARTBEAT);
            } else if (!woken && state.get() == State.LISTENING) {
                LockSupport.park(this);
            }
        }
    }

    private void open() throws IOException {
        Start start = Start.of(request, source.log().head(room()));
        presence = source.registry().count(room());
        cursor = start.cursor();
        send(Lines.opening(source.properties().retry(), room(), start));
        if (request.ping()) {
            send(source.ping()); // from the first moment on a page knows which silence is too long
        }
    }

    private void deliver(Head head) throws IOException {
        Start next = Start.after(cursor, head);
        if (next.gap() != null) {
            send(Lines.gap(room(), next.gap()));
            cursor = next.cursor();
            return;
        }
        Batch batch = source.batches().after(room(), cursor.sequence(), head);
        if (batch == null) { // trimmed this very moment; the head is about to say so
            LockSupport.parkNanos(this, RETRIED_AFTER_NANOS);
            return;
        }
        send(batch.chunk());
        cursor = cursor.at(batch.to());
        if (batch.custom() && request.ping()) {
            send(source.ping()); // script sees no type it does not listen for, but it sees the last id with the ping
        }
    }

    private void tellPresence() throws IOException {
        presenceTold = presence;
        send(Lines.presence(room(), presenceTold));
    }

    private void send(Chunk chunk) throws IOException {
        emitter.send(chunk);
        lastWrite = System.nanoTime();
    }

    private boolean isHeartbeatDue(long now) {
        return now - lastWrite >= source.properties().heartbeat().toNanos();
    }
}
