package chat.earshot.log;

import chat.earshot.event.Event;
import chat.earshot.event.EventId;
import chat.earshot.event.Room;
import java.time.Instant;

final class Samples {

    private static final Room ROOM = new Room("lobby");
    private static final Instant SENT_AT = Instant.parse("2026-01-01T12:00:00.123Z");

    private Samples() {}

    /** A message as the log has it, with a text of so many letters. */
    static Event message(long sequence, int text) {
        String content = "{\"author\":\"ann\",\"text\":\"" + "x".repeat(text) + "\"}";
        return new Event(new EventId("k7f3q2ab", sequence), ROOM, Event.MESSAGE, content, SENT_AT);
    }
}
