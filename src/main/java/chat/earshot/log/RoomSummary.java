package chat.earshot.log;

import chat.earshot.event.EventId;
import chat.earshot.event.Room;
import java.time.Instant;

/** One line of the list of rooms. */
public record RoomSummary(Room room, EventId head, Instant lastSentAt) {}
