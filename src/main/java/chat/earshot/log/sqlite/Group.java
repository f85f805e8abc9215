package chat.earshot.log.sqlite;

import chat.earshot.event.Event;
import chat.earshot.event.Room;
import chat.earshot.log.AppendException;
import chat.earshot.log.Appended;
import chat.earshot.log.Frame;
import chat.earshot.log.Head;
import chat.earshot.log.Heads;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The drafts of one commit, and what becomes of them. Written, committed, published and answered, in that order; where
 * writing or the commit fails it is thrown away. Touched by the writer's thread alone.
 */
final class Group {

    private final List<Pending> waiting;
    private final Instant now;
    private final Instant keysUsedAfter;
    private final Map<Room, RoomChange> changes = new LinkedHashMap<>();
    private final List<Runnable> answers = new ArrayList<>();

    Group(List<Pending> waiting, Instant now, SqliteProperties properties) {
        this.waiting = waiting;
        this.now = now.truncatedTo(ChronoUnit.MILLIS);
        this.keysUsedAfter = now.minus(properties.keyAge());
    }

    /** Gives each draft its sequence and writes the rows; what retention no longer keeps goes with the same commit. */
    void write(Ledger ledger, Function<Room, @Nullable RoomRow> rows, Retention retention) {
        for (Pending pending : waiting) {
            RoomChange change = change(pending.draft().room(), rows);
            if (change == null) {
                answers.add(() -> pending.fail(AppendException.Reason.ROOMS, null));
            } else {
                take(pending, change, ledger);
            }
        }
        changes.values().removeIf(change -> change.events.isEmpty());
        for (RoomChange change : changes.values()) {
            ledger.addEvents(change.row.id(), change.events);
            change.trim(ledger, retention);
        }
        ledger.putHeads(rows(), now);
        if (changes.values().stream().anyMatch(change -> !change.keys.isEmpty())) {
            retention.keepNewestKeys(ledger);
        }
    }

    int size() {
        return changes.values().stream()
                .mapToInt(change -> change.events.size())
                .sum();
    }

    /** The rows of the rooms that changed, as they are with this group. */
    Collection<RoomRow> rows() {
        return changes.values().stream().map(change -> change.row).toList();
    }

    /** Once it is durable: readers see it. */
    void publish(Heads heads) {
        changes.forEach((room, change) -> heads.publish(room, change.frames, change.row.head()));
    }

    /** Once it is public: the POSTs that wait hear of it. */
    void answer() {
        answers.forEach(Runnable::run);
    }

    private @Nullable RoomChange change(Room room, Function<Room, @Nullable RoomRow> rows) {
        return changes.computeIfAbsent(room, name -> {
            RoomRow row = rows.apply(name);
            return row == null ? null : new RoomChange(row);
        });
    }

    private void take(Pending pending, RoomChange change, Ledger ledger) {
        if (pending.key() == null) {
            add(pending, change);
            return;
        }
        String key = pending.key().value();
        Optional<UsedKey> used =
                Optional.ofNullable(change.keys.get(key)).or(() -> ledger.key(change.row.id(), key, keysUsedAfter));
        if (used.isEmpty()) {
            UsedKey first = new UsedKey(pending.fingerprint(), add(pending, change));
            change.keys.put(key, first);
            ledger.addKey(change.row.id(), key, first, now);
        } else if (used.get().isFor(pending.fingerprint())) {
            repeat(pending, change, used.get().sequence(), ledger);
        } else {
            answers.add(() -> pending.fail(AppendException.Reason.KEY_REUSED, null));
        }
    }

    private long add(Pending pending, RoomChange change) {
        Event event = change.append(pending, now);
        answers.add(() -> pending.outcome().complete(Appended.first(event)));
        return event.id().sequence();
    }

    private void repeat(Pending pending, RoomChange change, long sequence, Ledger ledger) {
        Optional<Event> event = change.find(sequence).or(() -> ledger.event(change.row, sequence));
        Appended again = Appended.again(change.row.head().position().at(sequence), event);
        answers.add(() -> pending.outcome().complete(again));
    }

    /** What a group adds to one room. */
    private static final class RoomChange {

        private final List<Event> events = new ArrayList<>();
        private final List<Frame> frames = new ArrayList<>();
        private final Map<String, UsedKey> keys = new HashMap<>();
        private RoomRow row;

        private RoomChange(RoomRow row) {
            this.row = row;
        }

        private Event append(Pending pending, Instant now) {
            Head head = row.head();
            long sequence = head.sequence() + 1;
            Event event = new Event(
                    head.position().at(sequence), row.room(), pending.draft().type(), pending.content(), now);
            events.add(event);
            frames.add(Frame.of(event));
            row = row.at(new Head(event.id(), head.trimmed()));
            return event;
        }

        private void trim(Ledger ledger, Retention retention) {
            RoomRow trimmed = retention.trimmed(row, events.size());
            if (!trimmed.equals(row)) {
                ledger.trim(trimmed);
                row = trimmed;
            }
        }

        private Optional<Event> find(long sequence) {
            return events.stream()
                    .filter(event -> event.id().sequence() == sequence)
                    .findFirst();
        }
    }
}
