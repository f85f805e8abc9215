package chat.earshot.testing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stood between two blank lines of an event stream. A field that did not occur is null; one that occurred empty is
 * the empty string. Blocks that a browser's EventSource would not dispatch are blocks too.
 *
 * @param id what sets the last event id, with or without data beside it
 * @param event the {@code event:} line; see {@link #type} for what a browser makes of it
 * @param data the {@code data:} lines, joined with {@code \n}
 * @param retry milliseconds
 * @param comments the text of each comment line, without its colon and one space after it
 */
public record SseBlock(
        @Nullable String id,
        @Nullable String event,
        @Nullable String data,
        @Nullable Integer retry,
        List<String> comments) {

    public SseBlock {
        comments = List.copyOf(comments);
    }

    /** Whether a browser would dispatch it: it has data, be it empty. */
    public boolean isEvent() {
        return data != null;
    }

    /** Whether {@code onmessage} would hear it. */
    public boolean isMessage() {
        return isEvent() && type().equals("message");
    }

    /** The type that a browser dispatches it under: {@code message} where no other is named. */
    public String type() {
        return event == null || event.isEmpty() ? "message" : event;
    }

    /** The comment line {@code :} and nothing else. */
    public boolean isHeartbeat() {
        return id == null && event == null && data == null && retry == null && comments.equals(List.of(""));
    }
}
