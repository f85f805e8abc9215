package chat.earshot.stream;

import chat.earshot.event.EventId;
import chat.earshot.event.Room;
import chat.earshot.log.Batch;
import chat.earshot.log.Chunk;
import chat.earshot.log.Head;
import chat.earshot.log.LogUnreadableException;
import chat.earshot.web.Outlet;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open stream: an emitter, and a cursor into the log. There is no mailbox: while the cursor is behind the head, everything
 * between is sent with one write. A slow reader costs the rest of the write that waits for it and nothing else.
 *
 * <p>It has no thread while there is nothing to say. Whoever finds it resting takes its <em>turn</em>, and only who has the turn
 * touches emitter and cursor: a {@link Deliverer} for what needs no waiting, else a virtual thread. Who finds the turn taken
 * leaves word, and whoever has it looks around once more. While the reader does not keep up, the turn lies with the outlet.
 */
final class Subscriber implements Outlet.Completion {

    private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);
    private static final long RETRIED_AFTER_NANOS = 2_000_000;

    private final StreamRequest request;
    private final StreamEmitter emitter;
    private final Source source;
    private final Runnable cutter;

    /** Whose move it is. Taken by {@link #claim} and given back by {@link #rest}; each sees what the one before has written. */
    private final AtomicReference<Turn> turn = new AtomicReference<>(Turn.TAKEN);

    /** Leaves LISTENING once; GONE is for good. */
    private final AtomicReference<State> state = new AtomicReference<>(State.LISTENING);

    /** When it last wrote, in System.nanoTime. Written by who has the turn, read by the sweeper. */
    private volatile long lastWrite = System.nanoTime();

    /** How many listen in its room. Written by who has the first turn and then by the sweeper. */
    private volatile int presence;

    // Touched by who has the turn alone.
    private EventId cursor;
    private int presenceTold;
    private boolean opened;
    private boolean pingDue;
    private boolean farewellSaid;

    enum State {
        LISTENING,
        /** The server stops: say when to come back, then end. */
        DRAINING,
        /** The reader went away. */
        GONE
    }

    private enum Turn {
        RESTING,
        TAKEN,
        /** Taken, and somebody wanted it meanwhile. */
        WANTED,
        /** Nobody will have it any more. */
        OVER
    }

    Subscriber(StreamRequest request, StreamEmitter emitter, Source source, Runnable cutter) {
        this.request = request;
        this.emitter = emitter;
        this.source = source;
        this.cutter = cutter;
        this.cursor = source.log().head(request.room()).position();
        emitter.onError(failure -> end(State.GONE));
        emitter.onCompletion(() -> end(State.GONE));
    }

    Room room() {
        return request.room();
    }

    /** Has it begin; once Spring has the emitter in hand, since earlier sends would pile up inside it. */
    void start() {
        goOn();
    }

    /** Has it look around: at the head, at its flags, at the time. Any thread. */
    void wake() {
        if (claim()) {
            goOn();
        }
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

    /** Has it send what this pass brings. A deliverer; where it would take waiting, a thread of its own goes on. */
    void deliver(Pass pass) {
        if (claim() && !isDelivered(pass)) {
            goOn();
        }
    }

    /** The reader took the rest. Outlet. */
    @Override
    public void written() {
        lastWrite = System.nanoTime();
        goOn();
    }

    /** The reader is gone, or did not move for too long. Outlet. */
    @Override
    public void failed(Throwable failure) {
        lose(failure);
        goOn();
    }

    private boolean claim() {
        Turn before = turn.getAndUpdate(now -> switch (now) {
            case RESTING -> Turn.TAKEN;
            case TAKEN -> Turn.WANTED;
            case WANTED, OVER -> now;
        });
        return before == Turn.RESTING;
    }

    /** Gives the turn back; false where somebody has wanted it, and so it has to look around once more. */
    private boolean rest() {
        if (turn.compareAndSet(Turn.TAKEN, Turn.RESTING)) {
            return true;
        }
        turn.set(Turn.TAKEN);
        return false;
    }

    private void goOn() {
        source.threads().execute(this::run);
    }

    /** False where the turn is still to be taken further, by a thread that may wait. */
    private boolean isDelivered(Pass pass) {
        if (pass.endsAt(cursor.sequence())) {
            return rest();
        }
        Batch batch = emitter.isDirect() && !pingDue && isListening() ? pass.after(cursor.sequence()) : null;
        try {
            // Where the outlet has the turn it is no longer ours: not a look at anything from then on.
            return batch != null && (!send(take(batch)) || (pass.endsAt(cursor.sequence()) && !pingDue && rest()));
        } catch (IOException e) {
            lose(e);
            return false;
        } catch (RuntimeException e) { // a bug; the others on the way must not suffer from it
            LOG.error("A stream had to be broken off.", e);
            lose(e);
            return false;
        }
    }

    private void run() {
        boolean over = true;
        try {
            over = talk();
        } catch (IOException
                | IllegalStateException e) { // Spring says the latter where the response has failed already
            lose(e);
        } catch (LogUnreadableException e) {
            LOG.debug("a stream ends because the log cannot be read; its client resumes", e);
        } finally {
            if (over) {
                leave();
            }
        }
    }

    /** Says all there is to say; true where the stream has come to its end, false where the turn was passed on or given back. */
    private boolean talk() throws IOException {
        do {
            for (Chunk next = next(); next != null; next = next()) {
                if (!send(next)) {
                    return false;
                }
            }
            if (isOver()) {
                return true;
            }
        } while (!rest());
        return false;
    }

    /** What is to be said now, as if it had been said already: once it is sent, the turn may be another's. */
    private @Nullable Chunk next() {
        if (!isListening()) {
            return farewell();
        }
        if (!opened) {
            return opening();
        }
        if (pingDue) {
            pingDue = false;
            return source.ping();
        }
        Head head = source.log().head(room());
        if (head.sequence() > cursor.sequence()) {
            return following(head);
        }
        if (request.presence() && presence != presenceTold) {
            presenceTold = presence;
            return Lines.presence(room(), presenceTold);
        }
        if (isHeartbeatDue(System.nanoTime())) {
            return request.ping() ? source.ping() : Lines.HEARTBEAT;
        }
        return null;
    }

    private @Nullable Chunk opening() {
        source.registry().join(this);
        if (!isListening()) {
            return farewell();
        }
        opened = true;
        Start start = Start.of(request, source.log().head(room()));
        presence = source.registry().count(room());
        cursor = start.cursor();
        pingDue = request.ping(); // from the first moment on a page knows which silence is too long
        return Lines.opening(source.properties().retry(), room(), start);
    }

    private @Nullable Chunk following(Head head) {
        Start next = Start.after(cursor, head);
        if (next.gap() != null) {
            cursor = next.cursor();
            return Lines.gap(room(), next.gap());
        }
        Batch batch = source.batches().after(room(), cursor.sequence(), head);
        if (batch == null) { // trimmed this very moment; the head is about to say so
            LockSupport.parkNanos(this, RETRIED_AFTER_NANOS);
            turn.set(Turn.WANTED);
            return null;
        }
        return take(batch);
    }

    private Chunk take(Batch batch) {
        cursor = cursor.at(batch.to());
        pingDue = batch.custom()
                && request.ping(); // script sees no type it does not listen for, but the last id with the ping
        return batch.chunk();
    }

    private @Nullable Chunk farewell() {
        if (isOver()) {
            return null;
        }
        farewellSaid = true;
        return Lines.farewell(source.farewellRetry());
    }

    private boolean send(Chunk chunk) throws IOException {
        lastWrite = System.nanoTime();
        return emitter.send(chunk, this);
    }

    private void lose(Throwable failure) {
        LOG.debug("a reader went away", failure);
        state.set(State.GONE);
    }

    /** Takes the turn for good. Also after a failed send: a request that never completes keeps its socket for ever. */
    private void leave() {
        turn.set(Turn.OVER);
        source.registry().leave(this);
        emitter.complete();
    }

    private boolean isListening() {
        return state.get() == State.LISTENING;
    }

    private boolean isOver() {
        return farewellSaid || state.get() == State.GONE;
    }

    private boolean isHeartbeatDue(long now) {
        return now - lastWrite >= source.properties().heartbeat().toNanos();
    }
}
