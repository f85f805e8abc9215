package chat.earshot.web;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.EarshotTest;
import chat.earshot.Reply;
import chat.earshot.RunningServer;
import chat.earshot.testing.RawHttp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that knows its names: by another it is not spoken to (DNS rebinding). */
@EarshotTest(properties = "earshot.allowed-hosts=chat.example,localhost")
class AllowedHostsTests {

    private final RunningServer server;

    AllowedHostsTests(RunningServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @CsvSource({
        "chat.example, /messages, 200",
        "chat.example:8443, /messages, 200",
        "CHAT.Example, /, 200",
        "localhost, /rooms, 200",
        "evil.example, /messages, 421",
        "evil.example, /, 421",
        "evil.example, /events, 421",
        "evil.example, /assets/earshot.css, 421",
        "evil.example, /nothing, 421",
        "chat.example.evil.example, /messages, 421",
        "evil-chat.example, /messages, 421",
        "127.0.0.1, /messages, 421",
        "[::1], /messages, 421",
        "10.0.0.7, /livez, 200",
        "10.0.0.7, /readyz, 200",
    })
    void answersToItsNamesAlone(String host, String path, int status) {
        try (RawHttp http = server.connect().send("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n")) {
            Reply reply = Reply.read(http);

            assertThat(reply.status()).as(reply.body()).isEqualTo(status);
            assertThat(reply.problem()).isEqualTo(status == 421 ? "host-not-allowed" : "");
            assertThat(reply.header("Content-Security-Policy")).isPresent();
        }
    }
}
