package chat.earshot.log.sqlite;

import chat.earshot.event.Draft;
import chat.earshot.event.Event;
import chat.earshot.event.EventId;
import chat.earshot.event.IdempotencyKey;
import chat.earshot.event.Room;
import chat.earshot.log.Appended;
import chat.earshot.log.EventLog;
import chat.earshot.log.Head;
import chat.earshot.log.Heads;
import chat.earshot.log.PageLimit;
import chat.earshot.log.RoomSummary;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The embedded log: one file, one writer, a few readers. */
final class SqliteLog implements EventLog, AutoCloseable {

    private final Heads heads;
    private final Commits commits;
    private final Writer writer;
    private final Readers readers;

    SqliteLog(Heads heads, Commits commits, Writer writer, Readers readers) {
        this.heads = heads;
        this.commits = commits;
        this.writer = writer;
        this.readers = readers;
    }

    void start() {
        writer.start();
    }

    @Override
    public CompletableFuture<Appended> append(Draft draft, @Nullable IdempotencyKey key) {
        Pending pending = Pending.of(draft, key);
        writer.take(pending);
        return pending.outcome();
    }

    @Override
    public Head head(Room room) {
        return heads.of(room);
    }

    @Override
    public Optional<Room> roomOf(EventId id) {
        return heads.roomOf(id.epoch());
    }

    @Override
    public List<Event> after(Room room, long sequence, PageLimit limit) {
        Head head = head(room);
        return head.sequence() <= sequence
                ? List.of()
                : readers.read(client -> Pages.after(client, room, head, sequence, limit));
    }

    @Override
    public List<Event> before(Room room, long sequence, PageLimit limit) {
        Head head = head(room);
        return head.sequence() == 0
                ? List.of()
                : readers.read(client -> Pages.before(client, room, head, sequence, limit));
    }

    @Override
    public List<RoomSummary> rooms(int limit) {
        return readers.read(client -> Pages.rooms(client, limit)).stream()
                .map(room -> new RoomSummary(room.room(), head(room.room()).position(), room.lastSentAt()))
                .toList();
    }

    @Override
    public boolean isWritable() {
        return writer.isWritable();
    }

    /** Writes what waits already, then lets the file go. */
    @Override
    public void close() throws SQLException, IOException {
        boolean ended = writer.end();
        readers.close();
        if (ended) { // else the thread that hangs in a write still holds the connection
            commits.close();
        }
    }
}
