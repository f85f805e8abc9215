package chat.earshot.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code text/event-stream} as it arrives, cut in any place (WHATWG HTML, 9.2.5 and 9.2.6). Unlike a browser it
 * tells of everything: a block is handed out when the blank line after it has come, be it only a comment, an id or a
 * {@code retry:}. What no blank line ends is never a block. A {@code retry:} of more than nine digits is ignored.
 *
 * <p>One parser a stream; not thread-safe.
 */
public final class SseParser {

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final SseFields fields = new SseFields();
    private boolean first = true;
    private boolean afterCarriageReturn;

    /** The blocks that these bytes complete, oldest first. */
    public List<SseBlock> feed(byte[] bytes) {
        List<SseBlock> blocks = new ArrayList<>();
        for (byte each : bytes) {
            if (each != '\r' && each != '\n') {
                line.write(each);
            } else if (each == '\r' || !afterCarriageReturn) {
                fields.line(endLine()).ifPresent(blocks::add);
            }
            afterCarriageReturn = each == '\r';
        }
        return blocks;
    }

    /** The same for text, which is fed as UTF-8. */
    public List<SseBlock> feed(String text) {
        return feed(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a block was begun that has not ended; where a stream ends so, it was cut. */
    public boolean isMidBlock() {
        return line.size() > 0 || !fields.isEmpty();
    }

    private String endLine() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        boolean marked = first && text.startsWith("\uFEFF");
        first = false;
        return marked ? text.substring(1) : text;
    }
}
