package chat.earshot.web;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.EarshotTest;
import chat.earshot.RunningServer;
import chat.earshot.testing.Chunk;
import chat.earshot.testing.RawHttp;
import org.junit.jupiter.api.Test;

/** What is written in many small pieces goes out in few. */
@EarshotTest
class GatheredWritesTests {

    private static final int FULL = 32 * 1024;

    private final RunningServer server;

    GatheredWritesTests(RunningServer server) {
        this.server = server;
    }

    @Test
    void sendThePageToWhoTakesNoGzipInOneChunkOrFullOnes() {
        try (RawHttp http = server.ask("GET", "/", "Accept: text/html")) {
            http.readHead();

            Chunk first = http.readChunk();
            assertThat(first.text().endsWith("</html>\n") || first.data().length == FULL)
                    .as("%d bytes", first.data().length)
                    .isTrue();
        }
    }
}
