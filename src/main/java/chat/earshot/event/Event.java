package chat.earshot.event;

import java.time.Instant;

/**
 * One thing that happened in a room. A <em>message</em> is the event of type {@code message}; any other type is a custom
 * event.
 *
 * <p>An event's content may one day be withdrawn while its id stays, so nothing may keep it as if it could never change.
 *
 * @param content compact JSON on one line: {@code {"author":…,"text":…}} for a message, the posted payload for a custom event
 * @param sentAt when the log accepted it, in whole milliseconds
 */
public record Event(EventId id, Room room, String type, String content, Instant sentAt) {

    public static final String MESSAGE = "message";

    public boolean isMessage() {
        return type.equals(MESSAGE);
    }

    /** The event as the API shows it; a message looks the same on the stream. */
    public String json() {
        return isMessage() ? messageJson() : customJson();
    }

    /** What the stream's {@code data:} line holds: the whole message, or the custom event's payload alone. */
    public String data() {
        return isMessage() ? messageJson() : content;
    }

    private String messageJson() {
        String members = content.substring(1, content.length() - 1);
        return opening().append(members).append(closing()).toString();
    }

    private String customJson() {
        return opening()
                .append("\"payload\":")
                .append(content)
                .append(closing())
                .toString();
    }

    // Ids, rooms, types and instants hold no character that JSON would escape.
    private StringBuilder opening() {
        return new StringBuilder(content.length() + 160)
                .append("{\"id\":\"")
                .append(id)
                .append("\",\"room\":\"")
                .append(room)
                .append("\",\"type\":\"")
                .append(type)
                .append("\",");
    }

    private String closing() {
        return ",\"sentAt\":\"" + Timestamps.format(sentAt) + "\"}";
    }
}
