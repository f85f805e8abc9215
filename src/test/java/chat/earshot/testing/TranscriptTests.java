package chat.earshot.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TranscriptTests {

    private final Transcript transcript = new Transcript();

    @Test
    void showsLineEnds() {
        add("..a: b\r\n\r\n..", 2, 10);

        assertThat(transcript).hasToString("8 bytes read so far: «a: b\\r\\n\\r\\n»");
    }

    @Test
    void keepsTheNewestOfOneLongRead() {
        add("o".repeat(3_000) + "n".repeat(2_000), 0, 5_000);

        assertThat(transcript).hasToString("5000 bytes read so far, the newest: «" + "n".repeat(2_000) + "»");
    }

    @Test
    void keepsTheNewestOfManyReads() {
        add("o".repeat(1_500), 0, 1_500);
        add("n".repeat(1_500), 0, 1_500);

        String newest = "o".repeat(500) + "n".repeat(1_500);
        assertThat(transcript).hasToString("3000 bytes read so far, the newest: «" + newest + "»");
    }

    private void add(String text, int from, int to) {
        transcript.add(text.getBytes(ISO_8859_1), from, to);
    }
}
