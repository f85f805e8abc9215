package chat.earshot.log.sqlite;

import chat.earshot.event.Room;
import chat.earshot.log.Heads;
import chat.earshot.log.LogLimits;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rooms' rows as they were last committed, and how many the group under way adds. Touched as {@link Commits} is. */
final class RoomRows {

    private final Heads heads;
    private final Epochs epochs;
    private final LogLimits limits;
    private final Map<Room, RoomRow> committed = new HashMap<>();
    private int added;

    RoomRows(Heads heads, Epochs epochs, LogLimits limits) {
        this.heads = heads;
        this.epochs = epochs;
        this.limits = limits;
    }

    void beginGroup() {
        added = 0;
    }

    @Nullable
    RoomRow find(Room room) {
        return committed.get(room);
    }

    /** The room's row, where need be a new one in the ledger; null where there are too many. */
    @Nullable
    RoomRow findOrAdd(Room room, Ledger ledger, Instant now) {
        RoomRow row = committed.get(room);
        if (row != null) {
            return row;
        }
        if (limits.rooms() > 0 && committed.size() + added >= limits.rooms()) {
            return null;
        }
        added++;
        return ledger.addRoom(room, freeEpoch(room), now);
    }

    /** Notes what has been committed. */
    void put(RoomRow row) {
        committed.put(row.room(), row);
    }

    /** Forgets what it knows for what is on disk, and has the heads say that. */
    void recover(List<RoomRow> stored) {
        committed.clear();
        for (RoomRow row : stored) {
            put(row);
            heads.recover(row.room(), row.head());
        }
    }

    private String freeEpoch(Room room) {
        int generation = 0;
        while (heads.roomOf(epochs.of(room, generation)).isPresent()) {
            generation++;
        }
        return epochs.of(room, generation);
    }
}
