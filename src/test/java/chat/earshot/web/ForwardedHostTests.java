package chat.earshot.web;

import chat.earshot.Bystander;
import chat.earshot.EarshotTest;
import chat.earshot.Reply;
import chat.earshot.RunningServer;
import chat.earshot.testing.RawHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page bent to our address can send any header but Host, so no other says by which name we were called. */
@EarshotTest(properties = {"earshot.allowed-hosts=chat.example,localhost", "server.forward-headers-strategy=native"})
class ForwardedHostTests {

    private final RunningServer server;
    private final Bystander bystander;

    ForwardedHostTests(RunningServer server) {
        this.server = server;
        this.bystander = new Bystander(server);
    }

    @AfterEach
    void leave() {
        bystander.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-Host: chat.example", "Forwarded: host=chat.example"})
    void doesNotMakeUsGoByAnotherName(String header) {
        bystander.assertRefused(post("evil.example", header), 421, "host-not-allowed");
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
        Reply reply = post("chat.example", "Origin: https://evil.example\r\n" + headers);

        bystander.assertRefused(reply, 403, "origin-not-allowed");
    }

    private Reply post(String host, String headers) {
        String post = "POST /messages?room=" + bystander.room() + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers
                + "\r\nContent-Type: text/plain\r\nContent-Length: 1\r\n\r\nx";
        try (RawHttp http = server.connect().send(post)) {
            return Reply.read(http);
        }
    }
}
