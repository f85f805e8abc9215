package chat.earshot.web;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.Bystander;
import chat.earshot.EarshotTest;
import chat.earshot.Reply;
import chat.earshot.RunningServer;
import chat.earshot.testing.RawHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A server that knows its names: by another it is not spoken to (DNS rebinding). */
@EarshotTest(properties = "earshot.allowed-hosts=chat.example,Localhost,[0:0:0:0:0:0:0:2]")
@ExtendWith(OutputCaptureExtension.class)
class AllowedHostsTests {

    private final RunningServer server;
    private final Bystander bystander;

    AllowedHostsTests(RunningServer server) {
        this.server = server;
        this.bystander = new Bystander(server);
    }

    @AfterEach
    void leave() {
        bystander.close();
    }

    @Test
    void storesNothingUnderAnotherName() {
        try (RawHttp http = server.connect()) {
            http.send("POST /messages?room=" + bystander.room()
                    + " HTTP/1.1\r\nHost: evil.example\r\nContent-Type: text/plain\r\nContent-Length: 1\r\n\r\nx");
            bystander.assertRefused(Reply.read(http), 421, "host-not-allowed");
        }
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
        "chat.example.:80, /messages, 421",
        "chat.example., /messages, 421",
        "xn--cht-6la.example, /messages, 421",
        "evil.example, /error, 421",
        "evil.example, /rooms/lobby, 421",
        "evil.example, /actuator/health, 421",
        "evil.example, /livez/../messages, 421",
        "evil.example, /livez/x, 421",
        "evil.example, /livezx, 421",
        "[::1]:8080, /messages, 421",
        "[0:0:0:0:0:0:0:2], /messages, 200",
        "[::2], /messages, 421",
        "2130706433, /messages, 421",
        "0x7f.1, /messages, 421",
    })
    void answersToItsNamesAlone(String host, String path, int status) {
        try (RawHttp http = server.connect().send("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n")) {
            Reply reply = Reply.read(http);

            assertThat(reply.status()).as(reply.body()).isEqualTo(status);
            assertThat(reply.problem()).isEqualTo(status == 421 ? "host-not-allowed" : "");
            assertThat(reply.header("Content-Security-Policy")).isPresent();
        }
    }

    /** What one line says and the other does not, or both in odd spelling: it may be refused by the container too. */
    @ParameterizedTest
    @CsvSource({
        "GET http://evil.example/messages, chat.example",
        "GET http://chat.example/messages, evil.example",
        "GET http://evil.example/messages, evil.example",
        "GET http://chat.example@evil.example/messages, evil.example",
        "GET http://evil.example#chat.example/messages, evil.example",
        "GET //chat.example/messages, evil.example",
        "GET /messages, chat.example@evil.example",
        "GET /messages, chat.example evil.example",
        "GET /messages, 'chat.example,evil.example'",
        "GET /messages, chat.example/messages",
        "GET /messages, chat.example:99999",
        "GET /messages, chat.example:80:80",
        "GET /messages, chat%2eexample",
        "GET /messages, ''",
        "POST /messages?room=ROOM, evil.example",
        "OPTIONS *, evil.example",
    })
    void isNotTalkedIntoAnother(String request, String host, CapturedOutput output) {
        String head = request.replace("ROOM", bystander.room()) + " HTTP/1.1\r\nHost: " + host
                + "\r\nContent-Type: text/plain\r\nContent-Length: 1\r\n\r\nx";

        try (RawHttp http = server.connect().send(head)) {
            assertThat(http.readHead().status()).isIn(400, 404, 421);
        }
        assertThat(output).doesNotContain("evil.example", "99999");
    }

    @Test
    void hasToBeCalledByOne() {
        try (RawHttp http = server.connect().send("GET /messages HTTP/1.0\r\n\r\n")) {
            assertThat(http.readHead().status()).isEqualTo(421);
        }
    }

    @Test
    void refusesAnotherNameToAPageThatWasBentToUs() {
        String post = "POST /messages?room=" + bystander.room()
                + " HTTP/1.1\r\nHost: evil.example\r\nOrigin: http://evil.example\r\n"
                + "Sec-Fetch-Site: same-origin\r\nContent-Type: text/plain\r\nContent-Length: 1\r\n\r\nx";

        try (RawHttp http = server.connect().send(post)) {
            bystander.assertRefused(Reply.read(http), 421, "host-not-allowed");
        }
    }
}
