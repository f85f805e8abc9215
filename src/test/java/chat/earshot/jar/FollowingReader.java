package chat.earshot.jar;

import chat.earshot.testing.Deadline;
import chat.earshot.testing.End;
import chat.earshot.testing.EventStream;
import chat.earshot.testing.History;
import chat.earshot.testing.SseBlock;
import chat.earshot.testing.StreamRequest;
import java.net.URI;
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
    private final CompletableFuture<Void> open = new CompletableFuture<>();
    private final List<String> gaps = new CopyOnWriteArrayList<>();
    private final List<End> ends = new CopyOnWriteArrayList<>();
    private boolean over; // its own thread's alone

    FollowingReader(String name, URI address, String room, String until, History history, Uptime uptime) {
        this.name = name;
        this.until = until;
        this.history = history;
        this.uptime = uptime;
        this.request = StreamRequest.to(address).room(room);
    }

    /** Waits until it hears whatever is said from then on. */
    void awaitOpen() {
        open.copy().orTimeout(Deadline.GENEROUS.toSeconds(), TimeUnit.SECONDS).join();
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
                history.resumed(name, stream.lastEventId());
                stream = stream.reconnect();
                follow(stream);
            }
        } catch (RuntimeException | AssertionError e) {
            open.completeExceptionally(e);
            throw e;
        }
    }

    private void follow(EventStream stream) {
        try (stream) {
            while (!over) {
                hear(stream.next());
            }
        } catch (AssertionError e) {
            if (!stream.closed().isDone()) { // nothing came, not even a heartbeat
                throw e;
            }
            ends.add(stream.awaitClosed());
        }
    }

    private void hear(SseBlock block) {
        if (block.isMessage()) {
            String text = RoomLog.text(block.data());
            history.heard(name, block.id(), text);
            over = text.equals(until);
        } else if (block.isEvent()) {
            gaps.add(block.data());
        } else if (block.id() != null && open.complete(null)) { // where its first stream begins
            history.resumed(name, block.id());
        }
    }
}
