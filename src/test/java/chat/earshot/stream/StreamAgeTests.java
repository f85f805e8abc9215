package chat.earshot.stream;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.EarshotTest;
import chat.earshot.RunningServer;
import chat.earshot.testing.End;
import chat.earshot.testing.EventStream;
import chat.earshot.testing.SseBlock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Streams that get old: they end in order, and who resumes has missed nothing. */
@EarshotTest(properties = "earshot.limits.stream-age=1s")
class StreamAgeTests {

    private final RunningServer server;

    StreamAgeTests(RunningServer server) {
        this.server = server;
    }

    @Test
    void endInOrder() {
        long start = System.nanoTime();
        try (EventStream stream = server.listen(server.newRoom())) {
            assertThat(stream.awaitClosed()).isEqualTo(End.FINISHED);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(800));
    }

    @Test
    void missNothingAcrossTheEnd() {
        String room = server.newRoom();
        EventStream stream = server.listen(room);
        List<String> first = server.say(room, 3);
        stream.awaitClosed();
        List<String> then = server.say(room, 3);

        List<String> heard;
        try (EventStream again = stream.reconnect()) {
            List<SseBlock> before =
                    stream.drain().stream().filter(SseBlock::isEvent).toList();
            heard = Stream.concat(before.stream(), again.takeEvents(6 - before.size()).stream())
                    .map(SseBlock::id)
                    .toList();
        }
        assertThat(heard).isEqualTo(Stream.concat(first.stream(), then.stream()).toList());
    }
}
