package chat.earshot.publish;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.Bystander;
import chat.earshot.EarshotTest;
import chat.earshot.Reply;
import chat.earshot.RunningServer;
import chat.earshot.testing.Deadline;
import chat.earshot.testing.Drip;
import chat.earshot.testing.RawHttp;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that do not come, or drop by drop: the connection is given up, and nothing is stored. */
@EarshotTest(properties = "earshot.limits.body-timeout=2s")
class SlowBodyTests {

    private static final String TEXT = "Content-Type: text/plain";

    private final RunningServer server;
    private final Bystander bystander;

    SlowBodyTests(RunningServer server) {
        this.server = server;
        this.bystander = new Bystander(server);
    }

    @AfterEach
    void leave() {
        bystander.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 20", "Transfer-Encoding: chunked"})
    void areGivenUpWhereTheyNeverCome(String framing) {
        try (RawHttp http = post(framing)) {
            assertThat(http.ends(Deadline.GENEROUS)).isTrue();
        }
    }

    @Test
    void areGivenUpWhereTheyTrickle() {
        try (RawHttp http = post("Content-Length: 20000");
                Drip drops = Drip.of("x", Duration.ofMillis(100), http)) {
            assertThat(http.ends(Deadline.GENEROUS)).isTrue();
        }
    }

    @Test
    void areTakenWhereTheyComeInPieces() {
        try (RawHttp http = post("Content-Length: 5")) {
            http.send("he");
            assertThat(server.get("/livez").status()).isEqualTo(200); // so the first piece has been looked at
            http.send("llo");

            bystander.assertHeard(List.of(Reply.read(http).text("id")));
        }
    }

    private RawHttp post(String framing) {
        return server.ask("POST", "/messages?room=" + bystander.room(), TEXT, framing);
    }
}
