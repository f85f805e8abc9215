package chat.earshot.stream;

import chat.earshot.event.Room;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * The open subscribers, by room. Thread-safe: any thread may call anything.
 *
 * <p>A subscriber first joins, then reads its room's head; the log first publishes a head, then has the room gone through. So one of
 * the two always sees the other, and no event is slept through. Rooms come and go inside {@code compute}, which keeps a room
 * that is joined from being dropped at the same moment.
 */
@Component
class EmitterRegistry {

    private final int lanes;
    private final Map<Room, RoomStreams> rooms = new ConcurrentHashMap<>();
    private final LongAdder streams = new LongAdder();

    /** Set once, by whoever shuts the server down. */
    private volatile boolean draining;

    EmitterRegistry(StreamProperties properties) {
        this.lanes = properties.lanes();
    }

    /** How many deliverers share the subscribers. */
    int lanes() {
        return lanes;
    }

    void join(Subscriber subscriber) {
        rooms.compute(subscriber.room(), (room, present) -> {
            RoomStreams subscribers =
                    present == null ? new RoomStreams(lanes, Math.floorMod(room.hashCode(), lanes)) : present;
            subscribers.add(subscriber);
            return subscribers;
        });
        streams.increment();
        if (draining) { // it may have come after drain() looked
            subscriber.end(State.DRAINING);
        }
    }

    /** Takes out this very subscriber; harmless where it never joined. */
    void leave(Subscriber subscriber) {
        rooms.computeIfPresent(subscriber.room(), (room, present) -> {
            if (present.remove(subscriber)) {
                streams.decrement();
            }
            return present.count() == 0 ? null : present;
        });
    }

    boolean isEmpty() {
        return rooms.isEmpty();
    }

    int count(Room room) {
        RoomStreams subscribers = rooms.get(room);
        return subscribers == null ? 0 : subscribers.count();
    }

    /** How many streams are open in all. */
    long count() {
        return streams.sum();
    }

    /** Those of the room that this deliverer looks after. */
    Set<Subscriber> lane(Room room, int lane) {
        RoomStreams subscribers = rooms.get(room);
        return subscribers == null ? Set.of() : subscribers.lane(lane);
    }

    void forEach(Consumer<Subscriber> action) {
        rooms.values().forEach(subscribers -> subscribers.forEach(action));
    }

    /** Tells every subscriber the time and how many listen in its room. */
    void look(long now) {
        rooms.values().forEach(subscribers -> {
            int streams = subscribers.count();
            subscribers.forEach(subscriber -> subscriber.look(now, streams));
        });
    }

    /** Ends every stream, those that are still to come too. */
    void drain() {
        draining = true;
        forEach(subscriber -> subscriber.end(State.DRAINING));
    }
}
