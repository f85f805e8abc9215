package chat.earshot.jar;

import chat.earshot.testing.Deadline;
import chat.earshot.testing.End;
import chat.earshot.testing.EventStream;
import chat.earshot.testing.History;
import chat.earshot.testing.SseBlock;
import chat.earshot.testing.StreamRequest;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * Listens to a room through every cut: it resumes after the last id it has heard, once there is a server, until it hears
 * the text that it was told to wait for. The history learns of all it hears.
 */
final class FollowingReader implements Runnable {

    private final String name;
    private final String until;
    private final History history;
    private final Uptime uptime;
    private final StreamRequest request;
    private final Uptime reading = new Uptime();
    private final CompletableFuture<Void> open = new CompletableFuture<>();
    private final List<String> gaps = new CopyOnWriteArrayList<>();
    private final List<End> ends = new CopyOnWriteArrayList<>();
    private volatile long newest; // the sequence of what it heard last
    private boolean over; // its own thread's alone

    FollowingReader(String name, StreamRequest request, String until, History history, Uptime uptime) {
        this.name = name;
        this.request = request;
        this.until = until;
        this.history = history;
        this.uptime = uptime;
    }

    /** Waits until it hears whatever is said from then on. */
    void awaitOpen() {
        open.copy().orTimeout(Deadline.GENEROUS.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** Has it read nothing more from its line, once it has heard the next block, until it is to go on. */
    void rest() {
        reading.down();
    }

    void goOn() {
        reading.up();
    }

    boolean isReading() {
        return reading.isUp();
    }

    /** Whether it has heard the event of this id, or a later one. */
    boolean hasHeard(String id) {
        return newest >= RoomLog.sequenceOf(id);
    }

    /** The gaps it was told of, as JSON. */
    List<String> gaps() {
        return gaps;
    }

    /** How its streams ended, but for the last, which it closed itself. */
    List<End> ends() {
        return ends;
    }

    @Override
    public void run() {
        try {
            EventStream stream = request.open();
            follow(stream);
            while (!over) {
                uptime.await();
                stream = resume(stream);
            }
        } catch (RuntimeException | AssertionError e) {
            open.completeExceptionally(e);
            throw e;
        }
    }

    /** The stream that it has followed; the one before where the server had just gone. */
    private EventStream resume(EventStream before) {
        EventStream stream;
        try {
            stream = before.reconnect();
        } catch (UncheckedIOException refused) {
            return before;
        }
        if (open.isDone()) {
            history.resumed(name, before.lastEventId());
        }
        follow(stream);
        return stream;
    }

    private void follow(EventStream stream) {
        try (stream) {
            while (!over) {
                restWith(stream);
                hear(stream.next());
            }
        } catch (AssertionError e) {
            if (!stream.closed().isDone()) { // nothing came, not even a heartbeat
                throw e;
            }
            ends.add(stream.awaitClosed());
        }
    }

    private void restWith(EventStream stream) {
        if (!reading.isUp()) {
            stream.pause();
            reading.await();
            stream.resume();
        }
    }

    private void hear(SseBlock block) {
        if (block.isMessage()) {
            String text = RoomLog.text(block.data());
            history.heard(name, block.id(), text);
            newest = RoomLog.sequenceOf(block.id());
            over = text.equals(until);
        } else if (block.isEvent()) {
            gaps.add(block.data());
            history.gap(name, block.id());
        } else if (block.id() != null && open.complete(null)) { // where its first stream begins
            history.resumed(name, block.id());
        }
    }
}
