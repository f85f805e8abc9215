package chat.earshot.publish;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.Bystander;
import chat.earshot.EarshotTest;
import chat.earshot.Reply;
import chat.earshot.RunningServer;
import chat.earshot.testing.RawHttp;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The limit of a body: 64 KiB, however it is sent. */
@EarshotTest
class BodySizeTests {

    private static final int LIMIT = 65_536;
    private static final String JSON = "Content-Type: application/json";

    private final RunningServer server;
    private final Bystander bystander;

    BodySizeTests(RunningServer server) {
        this.server = server;
        this.bystander = new Bystander(server);
    }

    @AfterEach
    void leave() {
        bystander.close();
    }

    @Test
    void takesABodyOfExactlyTheLimit() {
        Reply reply = server.post("/broadcast", "application/json", event(LIMIT));

        assertThat(reply.status()).isEqualTo(200);
        bystander.assertHeard(List.of(reply.text("id")));
    }

    @Test
    void refusesOneByteMore() {
        bystander.assertRefused(server.post("/broadcast", "application/json", event(LIMIT + 1)), 413, "body-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/messages", "/broadcast"})
    void refusesByTheLengthBeforeTheBodyComes(String path) {
        assertRefused(server.ask("POST", path, JSON, "Content-Length: 99999999999"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/messages", "/broadcast"})
    void refusesAChunkedBodyBeforeItEnds(String path) {
        RawHttp http = server.ask("POST", path, JSON, "Transfer-Encoding: chunked");
        for (int sent = 0; sent <= LIMIT; sent += 4_096) {
            http.send("1000\r\n" + " ".repeat(4_096) + "\r\n");
        }
        assertRefused(http);
    }

    private void assertRefused(RawHttp sent) {
        try (RawHttp http = sent) {
            assertThat(http.readHead().status()).isEqualTo(413);
            assertThat(http.readBody()).asString().contains("/problems/body-too-large");
        }
    }

    private String event(int length) {
        String start = "{\"room\":\"" + bystander.room() + "\",\"event\":\"x\",\"payload\":\"";
        return start + "x".repeat(length - start.length() - 2) + "\"}";
    }
}
