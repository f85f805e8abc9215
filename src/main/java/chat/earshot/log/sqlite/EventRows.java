package chat.earshot.log.sqlite;

import chat.earshot.event.Event;
import chat.earshot.event.EventId;
import chat.earshot.event.Room;
import java.time.Instant;
import org.springframework.jdbc.core.RowMapper;

/** How events are read from their rows. */
final class EventRows {

    static final String SELECT = "SELECT sequence, type, content, sent_at FROM event";

    private EventRows() {}

    static RowMapper<Event> mapper(Room room, String epoch) {
        return (row, number) -> new Event(
                new EventId(epoch, row.getLong("sequence")),
                room,
                row.getString("type"),
                row.getString("content"),
                Instant.ofEpochMilli(row.getLong("sent_at")));
    }
}
