package chat.earshot.log;

import chat.earshot.event.Event;
import chat.earshot.event.EventId;
import java.util.Optional;

/**
 * What an append came to.
 *
 * @param event empty only where a repeated event is no longer kept
 * @param repeated whether this draft was in the log already, under the same key
 */
public record Appended(EventId id, Optional<Event> event, boolean repeated) {

    public static Appended first(Event event) {
        return new Appended(event.id(), Optional.of(event), false);
    }

    public static Appended again(EventId id, Optional<Event> event) {
        return new Appended(id, event, true);
    }
}
