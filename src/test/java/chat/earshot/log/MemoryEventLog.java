package chat.earshot.log;

import chat.earshot.event.Draft;
import chat.earshot.event.Event;
import chat.earshot.event.EventId;
import chat.earshot.event.IdempotencyKey;
import chat.earshot.event.Room;
import chat.earshot.log.AppendException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A log that forgets everything with the object that stands for its disk. One lock around all. */
final class MemoryEventLog implements EventLog {

    /** What outlives the log. */
    static final class Disk {
        private final Map<Room, List<Event>> events = new HashMap<>();
        private final Map<Room, Long> trimmed = new HashMap<>();
        private final Map<String, Used> keys = new HashMap<>();
        private Consumer<Event> beforeWrite = event -> {};
        private @Nullable Boolean failsAfterAll;

        void beforeWrite(Consumer<Event> check) {
            beforeWrite = check;
        }

        void failNextCommit(boolean afterAll) {
            failsAfterAll = afterAll;
        }
    }

    private record Used(String content, EventId id, Instant at) {}

    private final Disk disk;
    private final long retainEvents;
    private final InstantSource clock;
    private final HeadFollower follower;

    MemoryEventLog(Disk disk, long retainEvents, InstantSource clock, HeadFollower follower) {
        this.disk = disk;
        this.retainEvents = retainEvents;
        this.clock = clock;
        this.follower = follower;
    }

    @Override
    public synchronized CompletableFuture<Appended> append(Draft draft, @Nullable IdempotencyKey key) {
        String keyInRoom = key == null ? null : draft.room() + " " + key.value();
        Used used = keyInRoom == null ? null : disk.keys.get(keyInRoom);
        if (used != null && used.at().isAfter(clock.instant().minus(Duration.ofHours(24)))) {
            return used.content().equals(draft.content())
                    ? CompletableFuture.completedFuture(Appended.again(used.id(), find(draft.room(), used.id())))
                    : failed(Reason.KEY_REUSED);
        }
        Head head = head(draft.room());
        Event event = new Event(
                head.position().at(head.sequence() + 1),
                draft.room(),
                draft.type(),
                draft.content(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        try {
            disk.beforeWrite.accept(event);
        } catch (IllegalStateException e) {
            return failed(Reason.UNWRITABLE);
        }
        return commit(event, keyInRoom);
    }

    private CompletableFuture<Appended> commit(Event event, @Nullable String keyInRoom) {
        Boolean fails = disk.failsAfterAll;
        disk.failsAfterAll = null;
        if (fails == null || fails) {
            store(event, keyInRoom);
        }
        if (fails != null) {
            return failed(Reason.STORAGE);
        }
        follower.headMoved(event.room());
        return CompletableFuture.completedFuture(Appended.first(event));
    }

    private void store(Event event, @Nullable String keyInRoom) {
        List<Event> events = disk.events.computeIfAbsent(event.room(), room -> new ArrayList<>());
        events.add(event);
        while (events.size() > retainEvents) {
            disk.trimmed.put(event.room(), events.removeFirst().id().sequence());
        }
        if (keyInRoom != null) {
            disk.keys.put(keyInRoom, new Used(event.content(), event.id(), clock.instant()));
        }
    }

    private Optional<Event> find(Room room, EventId id) {
        return events(room).filter(event -> event.id().equals(id)).findFirst();
    }

    private static CompletableFuture<Appended> failed(Reason reason) {
        return CompletableFuture.failedFuture(new AppendException(reason));
    }

    @Override
    public synchronized Head head(Room room) {
        String epoch = String.format("%08d", Math.floorMod(room.name().hashCode(), 100_000_000));
        long trimmed = disk.trimmed.getOrDefault(room, 0L);
        long sequence =
                events(room).mapToLong(event -> event.id().sequence()).max().orElse(trimmed);
        return new Head(new EventId(epoch, sequence), trimmed);
    }

    @Override
    public synchronized Optional<Room> roomOf(EventId id) {
        return disk.events.keySet().stream()
                .filter(room -> head(room).epoch().equals(id.epoch()))
                .findFirst();
    }

    @Override
    public synchronized List<Event> after(Room room, long sequence, PageLimit limit) {
        return page(events(room).filter(event -> event.id().sequence() > sequence), limit);
    }

    @Override
    public synchronized List<Event> before(Room room, long sequence, PageLimit limit) {
        return page(
                        events(room)
                                .filter(event -> event.id().sequence() < sequence)
                                .sorted(Comparator.comparing(
                                                (Event event) -> event.id().sequence())
                                        .reversed()),
                        limit)
                .reversed();
    }

    private static List<Event> page(Stream<Event> events, PageLimit limit) {
        List<Event> page = new ArrayList<>();
        long bytes = 0;
        for (Event event : events.limit(limit.events()).toList()) {
            bytes += event.content().length();
            if (bytes > limit.bytes() && !page.isEmpty()) {
                break;
            }
            page.add(event);
        }
        return page;
    }

    @Override
    public synchronized List<RoomSummary> rooms(int limit) {
        return disk.events.entrySet().stream()
                .map(room -> new RoomSummary(
                        room.getKey(),
                        head(room.getKey()).position(),
                        room.getValue().getLast().sentAt()))
                .sorted(Comparator.comparing(RoomSummary::lastSentAt).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public boolean isWritable() {
        return true;
    }

    private Stream<Event> events(Room room) {
        return disk.events.getOrDefault(room, List.of()).stream();
    }
}
