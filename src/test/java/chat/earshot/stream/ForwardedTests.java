package chat.earshot.stream;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.EarshotTest;
import chat.earshot.RunningServer;
import chat.earshot.testing.RawHttp;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A stream through a proxy that says so, where the container is asked to believe it. */
@EarshotTest(properties = "server.forward-headers-strategy=native")
class ForwardedTests {

    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private final RunningServer server;

    ForwardedTests(RunningServer server) {
        this.server = server;
    }

    @Test
    void closesEachChunkAtOnce() {
        try (RawHttp http = server.ask(
                "GET", "/events?room=" + server.newRoom(), "X-Forwarded-For: 192.0.2.1", "X-Forwarded-Proto: https")) {
            http.readHead();
            http.within(AT_ONCE).readChunk();

            assertThat(http.crlfArrives(AT_ONCE)).isTrue();
        }
    }
}
