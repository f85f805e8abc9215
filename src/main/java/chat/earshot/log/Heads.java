package chat.earshot.log;

import chat.earshot.event.EventId;
import chat.earshot.event.Room;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What a log has made public: each room's head, the tails up to it, and word to whoever follows. A backend publishes here
 * once a group is durable; readers never see further than this.
 *
 * <p>Only the log's writer publishes; any thread reads.
 */
public final class Heads {

    /** The one published variable of each room that has a row. Written by the writer, and before it starts. */
    private final Map<Room, Head> heads = new ConcurrentHashMap<>();

    /** The same rooms by epoch. Written together with heads. */
    private final Map<String, Room> rooms = new ConcurrentHashMap<>();

    private final Tails tails;
    private final Function<Room, String> epochs;
    private final HeadFollower follower;

    /**
     * @param epochs the epoch of a room without a row; any thread calls it
     * @param follower told of each room whose head has moved, on the writer's thread; returns at once
     */
    public Heads(TailProperties bounds, Function<Room, String> epochs, HeadFollower follower) {
        this.tails = new Tails(bounds);
        this.epochs = epochs;
        this.follower = follower;
    }

    /** The room's head; position 0 where nobody has spoken. */
    public Head of(Room room) {
        Head head = heads.get(room);
        return head != null ? head : new Head(new EventId(epochs.apply(room), 0), 0);
    }

    /** The room of this epoch, if somebody has spoken in it. */
    public Optional<Room> roomOf(String epoch) {
        return Optional.ofNullable(rooms.get(epoch));
    }

    Tails tails() {
        return tails;
    }

    /** Makes a durable group public: first the tail, then the head, then word to the follower. */
    public void publish(Room room, List<Frame> frames, Head head) {
        tails.add(room, frames);
        put(room, head);
        follower.headMoved(room);
    }

    /** Puts a head that did not come from a group: at the start, after a failed commit, and when older events go. */
    public void put(Room room, Head head) {
        heads.put(room, head);
        rooms.put(head.epoch(), room);
    }

    /**
     * Puts the head that a room's row turned out to have after a commit whose outcome was unknown. Where it has moved, the
     * events between are in the log but not in the tail, so the tail starts anew.
     */
    public void recover(Room room, Head head) {
        if (!head.equals(heads.get(room))) {
            tails.forget(room);
            put(room, head);
            follower.headMoved(room);
        }
    }
}
