package chat.earshot.page;

import chat.earshot.event.Event;
import chat.earshot.event.Timestamps;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One event as the page shows it. A message has an author, an avatar and a text; a custom event has a payload.
 *
 * @param payload JSON as it was posted, on one line
 * @param sentAt for machines (RFC 3339)
 */
record ShownEvent(
        @Nullable String id,
        String type,
        @Nullable String author,
        @Nullable Avatar avatar,
        @Nullable String text,
        @Nullable String payload,
        @Nullable String sentAt) {

    static ShownEvent of(Event event) {
        return event.isMessage() ? message(event) : custom(event);
    }

    /** What the script clones: the same markup with nothing in it. */
    static ShownEvent blank() {
        return new ShownEvent(null, Event.MESSAGE, null, null, null, null, null);
    }

    public boolean isMessage() {
        return type.equals(Event.MESSAGE);
    }

    private static ShownEvent message(Event event) {
        JsonNode content = JsonMapper.shared().readTree(event.content());
        String author = content.path("author").asString();
        return new ShownEvent(
                event.id().toString(),
                event.type(),
                author,
                Avatar.of(author),
                content.path("text").asString(),
                null,
                Timestamps.format(event.sentAt()));
    }

    private static ShownEvent custom(Event event) {
        return new ShownEvent(
                event.id().toString(),
                event.type(),
                null,
                null,
                null,
                event.content(),
                Timestamps.format(event.sentAt()));
    }
}
