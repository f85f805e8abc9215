package chat.earshot.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.Reply;
import chat.earshot.RunningServer;
import chat.earshot.testing.SseBlock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.system.CapturedOutput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is posted: no answer is a failure, what is taken comes back byte for byte, and what is not leaves nothing. */
@FuzzTest
class PostFuzzTests {

    private final RunningServer server;
    private final Witness witness;

    PostFuzzTests(RunningServer server) {
        this.server = server;
        this.witness = new Witness(server);
    }

    @AfterEach
    void leave() {
        witness.close();
    }

    @Test
    void isTakenAsItIsOrLeavesNothing(CapturedOutput log) {
        Fuzz.check(dice -> FuzzedPosts.in(dice, witness.room()), this::post);

        witness.assertNothingElse();
        assertThat(log).doesNotContain("WARN");
    }

    private void post(Request request) {
        Reply reply = request.send(server);
        assertThat(reply.status()).matches(status -> !Request.isFailure(status), "is no failure: " + reply.body());

        List<SseBlock> stored = witness.stored();
        assertThat(stored).hasSizeLessThanOrEqualTo(1);
        stored.forEach(event -> assertSaid(request, reply, event));
        stored.forEach(event -> assertShown());
        if (reply.status() == 201) {
            assertThat(server.get(reply.header("Location").orElseThrow()).body())
                    .isEqualTo(reply.body());
        }
        if (reply.status() == 200) {
            String id = reply.text("id");
            assertThat(witness.knows(id) || server.get("/messages/" + id).status() == 200)
                    .isTrue();
        }
    }

    /** That the page can be made of what is stored, whatever it is. */
    private void assertShown() {
        assertThat(server.get("/rooms/" + witness.room(), "Accept: text/html").status())
                .isEqualTo(200);
    }

    /** That it was answered with yes, and is what was posted. */
    private static void assertSaid(Request request, Reply reply, SseBlock event) {
        assertThat(reply.status()).isIn(200, 201, 303);
        if (reply.status() == 201) {
            assertThat(event.data() + "\n").isEqualTo(reply.body());
        }
        if (reply.status() == 200) {
            assertThat(reply.text("id")).isEqualTo(event.id());
        }
        if (event.isMessage()) {
            JsonNode message = JsonMapper.shared().readTree(event.data());
            assertThat(message.get("text").stringValue()).isEqualTo(Posted.text(request));
        } else {
            assertThat(event.data()).isEqualTo(Posted.payload(request));
        }
    }
}
