package chat.earshot.log.sqlite;

import chat.earshot.event.Room;
import chat.earshot.log.Head;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the log lets go: each room's oldest events beyond the number it keeps, and old idempotency keys. In steps so small
 * that readers do not notice. Touched by the writer's thread alone.
 */
final class Retention {

    /** The most events or keys removed in one step that nobody's append pays for. */
    private static final int STEP = 512;

    private final long retainEvents;
    private final SqliteProperties properties;

    /** The rooms that keep more than they should, as after the setting was lowered. */
    private final Set<Room> overdue = new LinkedHashSet<>();

    private boolean oldKeysLeft = true;
    private Instant keysSeen = Instant.MIN;

    Retention(SqliteProperties properties) {
        this.properties = properties;
        this.retainEvents = properties.retainEvents();
    }

    /** The row as it is once a room has taken so many more events: trimmed by a little more than it has grown. */
    RoomRow trimmed(RoomRow row, int grown) {
        RoomRow next = step(row, 2L * grown);
        if (surplus(next) > 0) {
            overdue.add(row.room());
        } else {
            overdue.remove(row.room());
        }
        return next;
    }

    /** Notes a room as it is found on disk. */
    void look(RoomRow row) {
        trimmed(row, 0);
    }

    /** One room that keeps too much, trimmed by one step; the next time it is another one's turn. */
    Optional<RoomRow> nextOverdue(Function<Room, RoomRow> rows) {
        Optional<Room> first = overdue.stream().findFirst();
        return first.map(room -> {
            overdue.remove(room);
            return trimmed(rows.apply(room), STEP / 2);
        });
    }

    private RoomRow step(RoomRow row, long most) {
        long surplus = surplus(row);
        if (surplus <= 0 || most == 0) {
            return row;
        }
        Head head = row.head();
        return row.at(new Head(head.position(), head.trimmed() + Math.min(surplus, most)));
    }

    private long surplus(RoomRow row) {
        return row.head().sequence() - row.head().trimmed() - retainEvents;
    }

    /** Forgets all but the newest keys; as many go as came, so each step is small. */
    void keepNewestKeys(Ledger ledger) {
        ledger.keepNewestKeys(properties.keys());
    }

    /** Forgets keys too old to count, a step at a time; looks again only once there can be new ones. */
    void forgetOldKeys(Ledger ledger, Instant now) {
        if (oldKeysLeft || now.isAfter(keysSeen.plus(properties.keyAge().dividedBy(100)))) {
            keysSeen = now;
            oldKeysLeft = ledger.forgetOldKeys(now.minus(properties.keyAge()), STEP) == STEP;
        }
    }
}
