package chat.earshot.publish;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.EarshotTest;
import chat.earshot.Reply;
import chat.earshot.RunningServer;
import chat.earshot.testing.EventStream;
import org.junit.jupiter.api.Test;

/** As many rooms as there may be: in those people go on, in another nobody begins. */
@EarshotTest(properties = "earshot.limits.rooms=2")
class RoomLimitTests {

    private final RunningServer server;

    RoomLimitTests(RunningServer server) {
        this.server = server;
    }

    @Test
    void refusesToBeginInOneMore() {
        say("first");
        say("second");
        Reply refused = say("third");

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.problem()).isEqualTo("too-many-rooms");
        assertThat(refused.header("Retry-After")).isPresent();
        assertThat(server.get("/rooms").body()).doesNotContain("third");
        try (EventStream stream = server.listen("first")) {
            String next = say("first").text("id");
            assertThat(stream.nextEvent().id()).isEqualTo(next);
        }
        assertThat(server.get("/readyz").status()).isEqualTo(200);
    }

    private Reply say(String room) {
        return server.post("/messages?room=" + room, "text/plain", "hello");
    }
}
