package chat.earshot.publish;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.EarshotTest;
import chat.earshot.Reply;
import chat.earshot.RunningServer;
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
        assertThat(say("first").status()).isEqualTo(201);
    }

    private Reply say(String room) {
        return server.post("/messages?room=" + room, "text/plain", "hello");
    }
}
