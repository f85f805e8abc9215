package chat.earshot.log;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.event.CustomDraft;
import chat.earshot.event.Draft;
import chat.earshot.event.Event;
import chat.earshot.event.EventId;
import chat.earshot.event.MessageDraft;
import chat.earshot.event.Room;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Golden bytes. */
class FrameTests {

    @Test
    void aMessage() {
        assertThat(frame(new MessageDraft(Room.LOBBY, "ann", "hello")))
                .isEqualTo("id: k7f3q2ab-41\ndata: {\"id\":\"k7f3q2ab-41\",\"room\":\"lobby\",\"type\":\"message\","
                        + "\"author\":\"ann\",\"text\":\"hello\",\"sentAt\":\"2026-11-21T09:30:00.120Z\"}\n\n");
    }

    @Test
    void lineBreaksQuotesAndControlsOfATextStayInsideItsLine() {
        assertThat(frame(new MessageDraft(Room.LOBBY, "ann", "a\r\nb\n\ndata: x\t\"q\" \\ \u2028 😀 é")))
                .contains("\"text\":\"a\\r\\nb\\n\\ndata: x\\t\\\"q\\\" \\\\ \u2028 😀 é\"")
                .matches(frame -> frame.chars().filter(c -> c == '\n').count() == 3);
    }

    @Test
    void aCustomEvent() {
        assertThat(frame(new CustomDraft(Room.LOBBY, "stockUpdate", "{\"symbol\":\"RELIANCE\",\"price\":2750}")))
                .isEqualTo("id: k7f3q2ab-41\nevent: stockUpdate\ndata: {\"symbol\":\"RELIANCE\",\"price\":2750}\n\n");
    }

    @Test
    void aChunkIsItsSizeItsBytesAndItsLineBreak() {
        Chunk chunk = Chunk.of(List.of("é\n".getBytes(StandardCharsets.UTF_8), new byte[20]));
        assertThat(new String(chunk.bytes(), StandardCharsets.UTF_8)).isEqualTo("17\r\né\n" + "\0".repeat(20) + "\r\n");
        assertThat(chunk.start()).isEqualTo(4);
        assertThat(chunk.length()).isEqualTo(23);
    }

    private static String frame(Draft draft) {
        Event event = new Event(
                new EventId("k7f3q2ab", 41),
                draft.room(),
                draft.type(),
                draft.content(),
                Instant.parse("2026-11-21T09:30:00.12Z"));
        return new String(Frame.of(event).bytes(), StandardCharsets.UTF_8);
    }
}
