package chat.earshot.log;

import chat.earshot.event.Event;
import java.nio.charset.StandardCharsets;

/**
 * One event's bytes as they go over the wire (WHATWG HTML, 9.2.6). Made once, shared by all; nobody writes to the bytes.
 *
 * <p>Nothing in it can break the framing: the id and the type are of fixed alphabets, and the data is one line of JSON, in
 * which every line break of a text is escaped.
 *
 * @param custom whether it is a custom event, which only those clients hear that listen for its type
 */
public record Frame(long sequence, boolean custom, byte[] bytes) {

    public static Frame of(Event event) {
        String type = event.isMessage() ? "" : "event: " + event.type() + "\n";
        String block = "id: " + event.id() + "\n" + type + "data: " + event.data() + "\n\n";
        return new Frame(event.id().sequence(), !event.isMessage(), block.getBytes(StandardCharsets.UTF_8));
    }

    public int length() {
        return bytes.length;
    }
}
