package chat.earshot.web;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.EarshotTest;
import chat.earshot.Reply;
import chat.earshot.RunningServer;
import chat.earshot.testing.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page bent to our address can send any header but Host, so no other says by which name we were called. */
@EarshotTest(properties = {"earshot.allowed-hosts=chat.example", "server.forward-headers-strategy=native"})
class ForwardedHostTests {

    private final RunningServer server;

    ForwardedHostTests(RunningServer server) {
        this.server = server;
    }

    @Test
    void doesNotMakeUsGoByAnotherName() {
        assertThat(server.get("/messages", "X-Forwarded-Host: chat.example").status())
                .isEqualTo(421);
        assertThat(server.get("/messages", "Forwarded: host=chat.example").status())
                .isEqualTo(421);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Server: evil.example",
                "X-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Port: 443",
                "Forwarded: host=evil.example",
                "X-Proxied-Https: on"
            })
    void doesNotMakeAnotherSitesPageOurs(String headers) {
        String room = server.newRoom();
        String post =
                "POST /messages?room=" + room + " HTTP/1.1\r\nHost: chat.example\r\nOrigin: https://evil.example\r\n"
                        + headers + "\r\nContent-Type: text/plain\r\nContent-Length: 1\r\n\r\nx";

        try (RawHttp http = server.connect().send(post)) {
            assertThat(Reply.read(http).problem()).isEqualTo("origin-not-allowed");
        }
    }
}
