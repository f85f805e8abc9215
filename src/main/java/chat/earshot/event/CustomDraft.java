package chat.earshot.event;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A custom event before the log has it.
 *
 * @param type its name: a letter, then up to 63 letters, digits, dots, underscores and hyphens; no reserved one
 * @param content the payload as valid compact JSON on one line
 */
public record CustomDraft(Room room, String type, String content) implements Draft {

    private static final Pattern TYPE = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,63}");
    private static final Set<String> RESERVED = Set.of(Event.MESSAGE, "gap", "presence", "ping", "open", "error");

    /** @throws InvalidDraftException if the type is not one a custom event can have */
    public CustomDraft {
        if (!TYPE.matcher(type).matches()) {
            throw new InvalidDraftException(
                    "event",
                    "An event's name is a letter, then up to 63 letters, digits, dots, hyphens and underscores.");
        }
        if (RESERVED.contains(type)) {
            throw new InvalidDraftException(
                    "event", "The names message, gap, presence, ping, open and error are reserved. Choose another.");
        }
    }
}
