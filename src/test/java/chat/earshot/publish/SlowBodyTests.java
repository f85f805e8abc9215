package chat.earshot.publish;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.EarshotTest;
import chat.earshot.RunningServer;
import chat.earshot.testing.Deadline;
import chat.earshot.testing.RawHttp;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that do not come, or drop by drop: the connection is given up, and nothing is stored. */
@EarshotTest(properties = "earshot.limits.body-timeout=700ms")
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
        bystander.assertNothingHappened();
    }

    @Test
    void areGivenUpWhereTheyTrickle() {
        try (RawHttp http = post("Content-Length: 20000")) {
            CompletableFuture<Void> drops = CompletableFuture.runAsync(() -> trickle(http));

            assertThat(http.ends(Duration.ofSeconds(10))).isTrue();
            drops.cancel(true);
        }
        bystander.assertNothingHappened();
    }

    @Test
    void areTakenWhereTheyComeInPieces() {
        try (RawHttp http = post("Content-Length: 5")) {
            http.send("he");
            pause();
            http.send("llo");

            assertThat(http.readHead().status()).isEqualTo(201);
        }
    }

    private RawHttp post(String framing) {
        return server.ask("POST", "/messages?room=" + bystander.room(), TEXT, framing);
    }

    private static void trickle(RawHttp http) {
        try {
            while (true) {
                http.send("x");
                pause();
            }
        } catch (RuntimeException e) {
            // broken off, as is due
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
