package chat.earshot.web;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.EarshotTest;
import chat.earshot.RunningServer;
import chat.earshot.testing.RawHttp;
import org.junit.jupiter.api.Test;

/** What is written in many small pieces goes out in few. */
@EarshotTest
class GatheredWritesTests {

    private final RunningServer server;

    GatheredWritesTests(RunningServer server) {
        this.server = server;
    }

    @Test
    void sendThePageToWhoTakesNoGzipInOneChunk() {
        try (RawHttp http = server.ask("GET", "/rooms/" + server.newRoom(), "Accept: text/html")) {
            http.readHead();

            assertThat(http.readChunk().text()).endsWith("</html>\n");
        }
    }
}
