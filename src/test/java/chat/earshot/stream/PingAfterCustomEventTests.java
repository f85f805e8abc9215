package chat.earshot.stream;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.EarshotTest;
import chat.earshot.RunningServer;
import chat.earshot.testing.EventStream;
import chat.earshot.testing.SseBlock;
import org.junit.jupiter.api.Test;

/** How a page finds out at once that something was said whose type it does not know. */
@EarshotTest
class PingAfterCustomEventTests {

    private final RunningServer server;
    private final String room;

    PingAfterCustomEventTests(RunningServer server) {
        this.server = server;
        this.room = server.newRoom();
    }

    @Test
    void aCustomEventIsFollowedByAPingForWhoAsks() {
        try (EventStream stream =
                server.events(room).parameter("ping", "true").open().awaitOpen()) {
            assertThat(stream.nextEvent().type()).isEqualTo("ping"); // the opening's
            server.client().broadcast("stockUpdate", "1", room);
            assertThat(stream.nextEvent().type()).isEqualTo("stockUpdate");
            server.client().post("a later marker", "ann", room);

            assertThat(stream.takeEvents(2)).extracting(SseBlock::type).containsExactly("ping", "message");
        }
    }

    @Test
    void aMessageIsNotAndNeitherIsACustomEventForAnybodyElse() {
        try (EventStream asks =
                        server.events(room).parameter("ping", "true").open().awaitOpen();
                EventStream plain = server.listen(room)) {
            assertThat(asks.nextEvent().type()).isEqualTo("ping"); // the opening's
            server.client().post("hello", "ann", room);
            assertThat(asks.nextEvent().type()).isEqualTo("message");
            server.client().broadcast("stockUpdate", "1", room);
            assertThat(asks.nextEvent().type()).isEqualTo("stockUpdate");
            server.client().post("a later marker", "ann", room);

            assertThat(plain.takeEvents(3))
                    .extracting(SseBlock::type)
                    .containsExactly("message", "stockUpdate", "message");
        }
    }
}
