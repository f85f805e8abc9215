package chat.earshot.log.sqlite;

import chat.earshot.event.Event;
import chat.earshot.event.Room;
import chat.earshot.log.Head;
import chat.earshot.log.PageLimit;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How pages of the log are read. Every page is bounded by the head it is given, and its result set is read and closed at once. */
final class Pages {

    private static final String IN_ROOM =
            EventRows.SELECT + " WHERE room = (SELECT id FROM room WHERE name = :name) AND ";

    private Pages() {}

    static List<Event> after(JdbcClient client, Room room, Head head, long sequence, PageLimit limit) {
        return client.sql(IN_ROOM + "sequence > :after AND sequence <= :head ORDER BY sequence LIMIT :limit")
                .param("name", room.name())
                .param("after", sequence)
                .param("head", head.sequence())
                .param("limit", limit.events())
                .query(upTo(limit.bytes(), room, head));
    }

    static List<Event> before(JdbcClient client, Room room, Head head, long sequence, PageLimit limit) {
        List<Event> newestFirst = client.sql(
                        IN_ROOM + "sequence < :before AND sequence <= :head ORDER BY sequence DESC LIMIT :limit")
                .param("name", room.name())
                .param("before", sequence)
                .param("head", head.sequence())
                .param("limit", limit.events())
                .query(upTo(limit.bytes(), room, head));
        return newestFirst.reversed();
    }

    static List<SpokenIn> rooms(JdbcClient client, int limit) {
        return client.sql("SELECT name, last_sent_at FROM room ORDER BY last_sent_at DESC, id DESC LIMIT :limit")
                .param("limit", limit)
                .query((row, number) -> new SpokenIn(
                        new Room(row.getString("name")), Instant.ofEpochMilli(row.getLong("last_sent_at"))))
                .list();
    }

    /** Reads rows until the next one would be too much; the first is never too much. */
    private static ResultSetExtractor<List<Event>> upTo(long bytes, Room room, Head head) {
        var mapper = EventRows.mapper(room, head.epoch());
        return rows -> {
            List<Event> events = new ArrayList<>();
            long size = 0;
            while (rows.next()) {
                Event event = mapper.mapRow(rows, events.size());
                size += event.content().getBytes(StandardCharsets.UTF_8).length;
                if (size > bytes && !events.isEmpty()) {
                    break;
                }
                events.add(event);
            }
            return events;
        };
    }

    /** A room somebody has spoken in. */
    record SpokenIn(Room room, Instant lastSentAt) {}
}
