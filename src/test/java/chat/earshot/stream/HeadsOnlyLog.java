package chat.earshot.stream;

import chat.earshot.event.Draft;
import chat.earshot.event.Event;
import chat.earshot.event.EventId;
import chat.earshot.event.IdempotencyKey;
import chat.earshot.event.Room;
import chat.earshot.log.Appended;
import chat.earshot.log.EventLog;
import chat.earshot.log.Frame;
import chat.earshot.log.Head;
import chat.earshot.log.Heads;
import chat.earshot.log.PageLimit;
import chat.earshot.log.RoomSummary;
import chat.earshot.log.TailProperties;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** A log of one room, all of it in memory, in which things happen at the very moment somebody looks at the head. */
final class HeadsOnlyLog implements EventLog {

    static final TailProperties BOUNDS =
            new TailProperties(1_000, DataSize.ofMegabytes(1), DataSize.ofMegabytes(1), 500, DataSize.ofKilobytes(256));
    private static final String EPOCH = "k7f3q2ab";

    private final Heads heads = new Heads(BOUNDS, room -> EPOCH, room -> {});
    private final AtomicReference<@Nullable Runnable> next = new AtomicReference<>();
    private long sequence;

    Heads heads() {
        return heads;
    }

    /** Says one thing, and tells nobody. */
    void say(String text) {
        EventId id = new EventId(EPOCH, ++sequence);
        String content = "{\"author\":\"ann\",\"text\":\"" + text + "\"}";
        Event event = new Event(id, Room.LOBBY, Event.MESSAGE, content, Instant.EPOCH);
        heads.publish(Room.LOBBY, List.of(Frame.of(event)), new Head(id, 0));
    }

    /** Keeps nothing up to this sequence. */
    void trim(long upTo) {
        heads.put(Room.LOBBY, new Head(new EventId(EPOCH, sequence), upTo));
    }

    /** Claims one event more than it has. */
    void loseTheNext() {
        heads.put(Room.LOBBY, new Head(new EventId(EPOCH, ++sequence), 0));
    }

    /** What happens right after somebody has looked at the head the next time, once. */
    void afterNextLook(Runnable happening) {
        next.set(happening);
    }

    @Override
    public Head head(Room room) {
        Head head = heads.of(room);
        Runnable happening = next.getAndSet(null);
        if (happening != null) {
            happening.run();
        }
        return head;
    }

    @Override
    public Optional<Room> roomOf(EventId id) {
        return heads.roomOf(id.epoch());
    }

    @Override
    public boolean isWritable() {
        return true;
    }

    @Override
    public CompletableFuture<Appended> append(Draft draft, @Nullable IdempotencyKey key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Event> after(Room room, long sequence, PageLimit limit) {
        return List.of();
    }

    @Override
    public List<Event> before(Room room, long sequence, PageLimit limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<RoomSummary> rooms(int limit) {
        throw new UnsupportedOperationException();
    }
}
