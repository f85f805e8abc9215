package chat.earshot.log;

import chat.earshot.event.Room;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The tails of all rooms under one budget. When it is used up, the tails of the rooms that were silent longest go whole;
 * who listens there reads the log.
 *
 * <p>Only the log's writer adds and forgets; any thread reads.
 */
final class Tails {

    private final TailProperties bounds;

    /** Written by the writer alone, read by all. */
    private final Map<Room, Tail> tails = new ConcurrentHashMap<>();

    /** Each room's bytes, the longest silent first. Touched by the writer alone. */
    private final LinkedHashMap<Room, Long> sizes = new LinkedHashMap<>(16, 0.75f, true);

    private long bytes;

    Tails(TailProperties bounds) {
        this.bounds = bounds;
    }

    @Nullable
    Tail of(Room room) {
        return tails.get(room);
    }

    void add(Room room, List<Frame> frames) {
        Tail tail = tails.get(room);
        if (tail == null) {
            tail = new Tail(
                    frames.getFirst().sequence() - 1,
                    bounds.frames(),
                    bounds.size().toBytes(),
                    bounds.batch());
            tails.put(room, tail);
        }
        long grown = tail.add(frames);
        bytes += grown;
        sizes.merge(room, grown, Long::sum);
        while (bytes > bounds.budget().toBytes() && sizes.size() > 1) {
            forget(longestSilent());
        }
    }

    void forget(Room room) {
        tails.remove(room);
        Long size = sizes.remove(room);
        bytes -= size == null ? 0 : size;
    }

    private Room longestSilent() {
        Iterator<Room> rooms = sizes.keySet().iterator();
        return rooms.next();
    }
}
