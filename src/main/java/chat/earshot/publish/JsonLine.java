package chat.earshot.publish;

import java.nio.charset.StandardCharsets;

/** JSON as it is answered: one line with its line break, so that a terminal shows the prompt on the next. */
final class JsonLine {

    private JsonLine() {}

    static byte[] of(String json) {
        return (json + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
