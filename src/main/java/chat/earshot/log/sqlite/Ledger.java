package chat.earshot.log.sqlite;

import chat.earshot.event.Event;
import chat.earshot.event.EventId;
import chat.earshot.event.Room;
import chat.earshot.log.Head;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What is said to the database on the one connection that writes. Nothing of it lasts before {@link #commit()} returns. One
 * thread at a time uses it: the one that opens the log, then the writer.
 */
final class Ledger implements AutoCloseable {

    private final Connection connection;
    private final JdbcClient client;
    private final Prepared putHead;
    private final Prepared addEvent;

    /** A ledger on a new connection. */
    static Ledger open(ConnectionSource connections) throws SQLException {
        Connection connection = connections.openWriter();
        try {
            return new Ledger(connection);
        } catch (SQLException | RuntimeException e) { // it is tried again and again, so nothing may be left open
            connection.close();
            throw e;
        }
    }

    /** @param connection to a file that has its schema */
    Ledger(Connection connection) throws SQLException {
        this.connection = connection;
        this.client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.putHead = new Prepared(connection, "UPDATE room SET head = ?, last_sent_at = ? WHERE id = ?");
        this.addEvent = new Prepared(
                connection, "INSERT INTO event (room, sequence, type, content, sent_at) VALUES (?, ?, ?, ?, ?)");
    }

    // ---- the log itself

    byte[] secret() {
        return client.sql("SELECT secret FROM log").query(byte[].class).single();
    }

    void putSecret(byte[] secret) {
        client.sql("UPDATE log SET secret = :secret").param("secret", secret).update();
    }

    /** How many events the log has ever taken: no room goes, and none gives a sequence away again. */
    long appended() {
        return client.sql("SELECT coalesce(sum(head), 0) FROM room")
                .query(Long.class)
                .single();
    }

    /** Has the next commit write a page and sync the file. It sets the row's id: of any other column SQLite would see that it is as it was. */
    void touch() {
        client.sql("UPDATE log SET one = one").update();
    }

    // ---- rooms

    List<RoomRow> rooms() {
        return client.sql("SELECT id, name, epoch, head, trimmed FROM room")
                .query((row, number) -> new RoomRow(
                        row.getLong("id"),
                        new Room(row.getString("name")),
                        new Head(new EventId(row.getString("epoch"), row.getLong("head")), row.getLong("trimmed"))))
                .list();
    }

    RoomRow addRoom(Room room, String epoch, Instant now) {
        long id = client.sql("""
                        INSERT INTO room (name, epoch, head, trimmed, last_sent_at) VALUES (:name, :epoch, 0, 0, :now)
                        RETURNING id
                        """)
                .param("name", room.name())
                .param("epoch", epoch)
                .param("now", now.toEpochMilli())
                .query(Long.class)
                .single();
        return new RoomRow(id, room, new Head(new EventId(epoch, 0), 0));
    }

    void putEpoch(RoomRow row, String epoch) {
        client.sql("UPDATE room SET epoch = :epoch WHERE id = :id")
                .param("epoch", epoch)
                .param("id", row.id())
                .update();
    }

    void putHeads(Collection<RoomRow> rows, Instant now) {
        rows.forEach(row -> putHead.run(row.head().sequence(), now.toEpochMilli(), row.id()));
    }

    /** Removes the oldest events up to the row's trimmed sequence. */
    void trim(RoomRow row) {
        client.sql("UPDATE room SET trimmed = :trimmed WHERE id = :id")
                .param("trimmed", row.head().trimmed())
                .param("id", row.id())
                .update();
        client.sql("DELETE FROM event WHERE room = :id AND sequence <= :trimmed")
                .param("id", row.id())
                .param("trimmed", row.head().trimmed())
                .update();
    }

    // ---- events

    void addEvents(long room, List<Event> events) {
        for (Event event : events) {
            addEvent.run(
                    room,
                    event.id().sequence(),
                    event.type(),
                    event.content(),
                    event.sentAt().toEpochMilli());
        }
    }

    Optional<Event> event(RoomRow row, long sequence) {
        return client.sql(EventRows.SELECT + " WHERE room = :id AND sequence = :sequence")
                .param("id", row.id())
                .param("sequence", sequence)
                .query(EventRows.mapper(row.room(), row.head().epoch()))
                .optional();
    }

    // ---- idempotency keys

    Optional<UsedKey> key(long room, String key, Instant usedAfter) {
        return client.sql("""
                        SELECT fingerprint, sequence FROM idempotency
                        WHERE room = :room AND key = :key AND used_at > :after
                        """)
                .param("room", room)
                .param("key", key)
                .param("after", usedAfter.toEpochMilli())
                .query((row, number) -> new UsedKey(row.getBytes("fingerprint"), row.getLong("sequence")))
                .optional();
    }

    /** Notes a key; one that is too old to count is replaced. */
    void addKey(long room, String key, UsedKey used, Instant now) {
        client.sql("""
                        INSERT OR REPLACE INTO idempotency (room, key, fingerprint, sequence, used_at)
                        VALUES (:room, :key, :fingerprint, :sequence, :now)
                        """)
                .param("room", room)
                .param("key", key)
                .param("fingerprint", used.fingerprint())
                .param("sequence", used.sequence())
                .param("now", now.toEpochMilli())
                .update();
    }

    /** Forgets all but so many of the newest keys. */
    void keepNewestKeys(long count) {
        client.sql("DELETE FROM idempotency WHERE id <= (SELECT max(id) FROM idempotency) - :count")
                .param("count", count)
                .update();
    }

    /** Forgets at most so many of the oldest keys that are too old to count, and says how many. */
    int forgetOldKeys(Instant usedUntil, int most) {
        return client.sql("""
                        DELETE FROM idempotency
                        WHERE used_at <= :until AND id IN (SELECT id FROM idempotency ORDER BY id LIMIT :most)
                        """)
                .param("until", usedUntil.toEpochMilli())
                .param("most", most)
                .update();
    }

    // ---- making it last

    /** Makes all since the last commit durable: returns once it is synced. */
    void commit() throws SQLException {
        connection.commit();
    }

    void rollback() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
