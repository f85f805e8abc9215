package chat.earshot.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers the lines of one block after the other. Not thread-safe. */
final class SseFields {

    private @Nullable String id;
    private @Nullable String event;
    private @Nullable String data;
    private @Nullable Integer retry;
    private List<String> comments = new ArrayList<>();

    /** A blank line ends the block; a block of no known field and no comment is none. */
    Optional<SseBlock> line(String line) {
        if (line.isEmpty()) {
            return end();
        }
        int colon = line.indexOf(':');
        if (colon < 0) {
            field(line, "");
        } else {
            field(line.substring(0, colon), withoutOneSpace(line.substring(colon + 1)));
        }
        return Optional.empty();
    }

    boolean isEmpty() {
        return id == null && event == null && data == null && retry == null && comments.isEmpty();
    }

    private void field(String name, String value) {
        switch (name) {
            case "" -> comments.add(value);
            case "event" -> event = value;
            case "data" -> data = data == null ? value : data + "\n" + value;
            case "id" -> id = value.indexOf('\0') < 0 ? value : id;
            case "retry" -> retry = value.matches("[0-9]{1,9}") ? Integer.valueOf(value) : retry;
            default -> {} // "Otherwise: the field is ignored."
        }
    }

    private Optional<SseBlock> end() {
        if (isEmpty()) {
            return Optional.empty();
        }
        SseBlock block = new SseBlock(id, event, data, retry, comments);
        id = event = data = null;
        retry = null;
        comments = new ArrayList<>();
        return Optional.of(block);
    }

    private static String withoutOneSpace(String value) {
        return value.startsWith(" ") ? value.substring(1) : value;
    }
}
