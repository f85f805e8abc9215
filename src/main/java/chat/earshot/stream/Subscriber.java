package chat.earshot.stream;

import chat.earshot.event.Room;
import chat.earshot.log.Chunk;
import chat.earshot.log.LogUnreadableException;
import chat.earshot.web.Outlet;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open stream: an emitter, and what it has to say from a cursor into the log on. There is no mailbox: while the cursor is
 * behind the head, everything between is sent with one write. A slow reader costs the rest of the write that waits for it and
 * nothing else.
 *
 * <p>It has no thread while there is nothing to say. Whoever finds it resting takes its {@link Turn}, and only who has the turn
 * touches emitter and speech: a {@link Deliverer} for what needs no waiting, else a virtual thread. While the reader does not keep
 * up, the turn lies with the outlet.
 */
final class Subscriber implements Outlet.Completion {

    private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);

    private final Speech speech;
    private final StreamEmitter emitter;
    private final Source source;
    private final Runnable cutter;
    private final Turn turn = new Turn();

    /** Leaves LISTENING once; GONE is for good. Written by {@link #end} from any thread, and by who has the turn. */
    private final AtomicReference<State> state = new AtomicReference<>(State.LISTENING);

    // Touched by who has the turn alone.
    private boolean opened;
    private boolean farewellSaid;

    /** What is done in a turn. */
    private interface Step {

        boolean take() throws IOException;
    }

    Subscriber(StreamRequest request, StreamEmitter emitter, Source source, Runnable cutter) {
        this.speech = new Speech(request, source);
        this.emitter = emitter;
        this.source = source;
        this.cutter = cutter;
        emitter.onError(failure -> end(State.GONE));
        emitter.onCompletion(() -> end(State.GONE));
    }

    Room room() {
        return speech.room();
    }

    /** Has it open, on the request's own thread where it is direct; once Spring has the emitter in hand. */
    void start() {
        if (!emitter.isDirect() || !succeeds(this::isOpened)) {
            goOn();
        }
    }

    /** Has it look around: at the head, at its state, at the time. Any thread. */
    void wake() {
        if (turn.claim()) {
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
        if (speech.isOld(now)) {
            end(State.AGED);
        } else if (speech.notice(now, streams)) {
            wake();
        }
    }

    /** Has it send what this pass brings. A deliverer; where it would take waiting, a thread of its own goes on. */
    void deliver(Pass pass) {
        if (turn.claim() && !succeeds(() -> isDelivered(pass))) {
            goOn();
        }
    }

    /** The reader took the rest. Outlet. */
    @Override
    public void written() {
        speech.noteSaid();
        goOn();
    }

    /** The reader is gone, or did not move for too long. Outlet. */
    @Override
    public void failed(Throwable failure) {
        lose(failure);
        goOn();
    }

    private void goOn() {
        source.threads().execute(this::run);
    }

    /** Sends the opening and what else takes no waiting; false where the turn is still to be taken further. */
    private boolean isOpened() throws IOException {
        Chunk first = next();
        return first != null && send(first) && isDelivered(Pass.of(room(), source));
    }

    /** False where the turn is still to be taken further, by a thread that may wait. */
    private boolean isDelivered(Pass pass) throws IOException {
        while (!speech.isThrough(pass)) {
            Chunk chunk = emitter.isDirect() && isListening() ? speech.next(pass) : null;
            if (chunk == null) {
                return false;
            }
            if (!send(chunk)) {
                return true; // the outlet has the turn: not a look at anything from here on
            }
        }
        return turn.rest();
    }

    private void run() {
        if (!succeeds(this::talk)) {
            leave();
        }
    }

    /** Says all there is to say; false where the stream has come to its end, true where the turn was passed on or given back. */
    private boolean talk() throws IOException {
        do {
            for (Chunk next = next(); next != null; next = next()) {
                if (!send(next)) {
                    return true;
                }
            }
            if (isOver()) {
                return false;
            }
        } while (speech.isHeldUp() || !turn.rest());
        return true;
    }

    /** Whether this step did what it was to do; where it failed, the stream is at its end. */
    private boolean succeeds(Step step) {
        try {
            return step.take();
        } catch (IOException e) {
            lose(e);
        } catch (LogUnreadableException e) {
            LOG.debug("a stream ends because the log cannot be read; its client resumes", e);
        } catch (RuntimeException | LinkageError | AssertionError e) { // a bug, from which others must not suffer
            LOG.error("A stream had to be broken off.", e);
            lose(e);
            cutter.run(); // nobody knows how much of a chunk is out
        }
        return false;
    }

    private @Nullable Chunk next() {
        boolean first = !opened;
        if (first && isListening()) {
            opened = true;
            source.registry().join(this); // which may end it
        }
        if (isListening()) {
            return first ? speech.opening() : speech.next();
        }
        return farewell();
    }

    private @Nullable Chunk farewell() {
        boolean silent = isOver();
        farewellSaid = true;
        return silent ? null : speech.farewell();
    }

    private boolean send(Chunk chunk) throws IOException {
        speech.noteSaid();
        return emitter.send(chunk, this);
    }

    private void lose(Throwable failure) {
        LOG.debug("a reader went away", failure);
        state.set(State.GONE);
    }

    /** Keeps the turn for good. Also after a failed send: a request that never completes keeps its socket for ever. */
    private void leave() {
        source.registry().leave(this);
        emitter.complete();
    }

    private boolean isListening() {
        return state.get() == State.LISTENING;
    }

    private boolean isOver() {
        return farewellSaid || state.get() == State.GONE;
    }
}
