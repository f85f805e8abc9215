package chat.earshot.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.Reply;
import chat.earshot.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.system.CapturedOutput;

/** Whatever is asked for: no answer is a failure, each refusal is a problem, and none says what runs here. */
@FuzzTest
class ReadFuzzTests {

    private final RunningServer server;
    private final Witness witness;

    ReadFuzzTests(RunningServer server) {
        this.server = server;
        this.witness = new Witness(server);
        server.say(witness.room(), 5);
        server.client().broadcast("x", "{\"a\":[1]}", witness.room());
    }

    @AfterEach
    void leave() {
        witness.close();
    }

    @Test
    void isAnsweredOrRefusedInOrder(CapturedOutput log) {
        String id = witness.stored().getLast().id();
        Fuzz.check(dice -> FuzzedReads.of(dice, witness.room(), id), this::ask);

        witness.assertNothingElse();
        assertThat(log).doesNotContain("WARN");
    }

    private void ask(Request request) {
        Reply reply = request.send(server);

        assertThat(reply.status()).matches(status -> !Request.isFailure(status), "is no failure: " + reply.body());
        assertThat(reply.head().headers()).doesNotContainKeys("Server", "X-Powered-By");
        assertThat(reply.body()).doesNotContainIgnoringCase("jetty").doesNotContain("\tat ", "Exception:");
        if (reply.status() >= 400) {
            assertThat(reply.header("Content-Type").orElse(""))
                    .containsAnyOf("application/problem+json", "text/plain;charset=", "text/html;charset=");
        }
    }
}
