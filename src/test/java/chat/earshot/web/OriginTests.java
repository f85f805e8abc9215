package chat.earshot.web;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.Bystander;
import chat.earshot.EarshotTest;
import chat.earshot.Reply;
import chat.earshot.RunningServer;
import chat.earshot.testing.RawHttp;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose pages may speak here, where no other site is allowed. */
@EarshotTest
class OriginTests {

    private final RunningServer server;
    private final Bystander bystander;

    OriginTests(RunningServer server) {
        this.server = server;
        this.bystander = new Bystander(server);
    }

    @AfterEach
    void leave() {
        bystander.close();
    }

    /** PORT stands for ours, - for a header that is not sent. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -           | -                                | 201
            same-origin | -                                | 201
            same-origin | http://localhost:PORT            | 201
            same-origin | null                             | 201
            same-origin | https://the.proxys.name          | 201
            none        | -                                | 201
            none        | null                             | 201
            same-site   | -                                | 403
            same-site   | http://localhost:PORT            | 403
            cross-site  | -                                | 403
            cross-site  | http://localhost:PORT            | 403
            cross-site  | http://evil.example              | 403
            cross-site  | null                             | 403
            Same-Origin | http://localhost:PORT            | 403
            nonsense    | http://localhost:PORT            | 403
            ''          | http://localhost:PORT            | 403
            -           | http://localhost:PORT            | 201
            -           | https://localhost:PORT           | 201
            -           | http://LOCALHOST:PORT            | 201
            -           | null                             | 403
            -           | ''                               | 403
            -           | localhost:PORT                   | 403
            -           | file://                          | 403
            -           | http://evil.example              | 403
            -           | http://localhost                 | 403
            -           | http://localhost:1               | 403
            -           | http://localhost:PORT1           | 403
            -           | http://localhost:PORT.evil.com   | 403
            -           | http://localhost.evil.com:PORT   | 403
            -           | http://evillocalhost:PORT        | 403
            -           | http://ann@localhost:PORT        | 403
            -           | http://localhost:PORT@evil.com   | 403
            -           | http://localhost:PORT/           | 403
            -           | http://127.0.0.1:PORT            | 403
            -           | http://evil.com http://localhost:PORT | 403
            """)
    void letsOurOwnPagesSpeakAndNoOthers(String site, String origin, int status) {
        String[] headers = Stream.of("Sec-Fetch-Site: " + site, "Origin: " + origin)
                .filter(header -> !header.endsWith(": -"))
                .map(header -> header.replace("PORT", Integer.toString(server.port())))
                .toArray(String[]::new);

        assertAnswered(server.post("/messages?room=" + bystander.room(), "text/plain", "x", headers), status);
    }

    @ParameterizedTest
    @CsvSource({
        "chat.example, https://chat.example, 201",
        "chat.example, https://chat.example:443, 201",
        "chat.example:443, https://chat.example, 201",
        "chat.example:80, http://chat.example, 201",
        "chat.example:8443, https://chat.example:8443, 201",
        "chat.example:8443, https://chat.example, 403",
        "chat.example, https://chat.example:8443, 403",
        "chat.example:80, https://chat.example, 403",
        "chat.example, https://chat.example.evil.com, 403",
    })
    void knowsItselfBehindAProxyThatEndsTls(String host, String origin, int status) {
        try (RawHttp http = server.connect()) {
            http.send("POST /messages?room=" + bystander.room() + " HTTP/1.1\r\nHost: " + host + "\r\nOrigin: " + origin
                    + "\r\nContent-Type: text/plain\r\nContent-Length: 1\r\n\r\nx");

            assertAnswered(Reply.read(http), status);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/messages, text/plain",
        "/messages, application/json",
        "/messages, application/x-www-form-urlencoded",
        "/messages, multipart/form-data",
        "/broadcast, application/json",
        "/nowhere, text/plain",
    })
    void refusesAnotherSitesPostOfAnyKind(String path, String type) {
        assertAnswered(server.post(path, type, "text=x", "Sec-Fetch-Site: cross-site"), 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void refusesAnotherSitesRequestOfAnyUnsafeMethod(String method) {
        try (RawHttp http = server.ask(method, "/messages", "Sec-Fetch-Site: cross-site", "Content-Length: 0")) {
            assertThat(http.readHead().status()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/messages?room=ROOM", "/rooms", "/events?room=ROOM"})
    void letsAnotherSitesPageReadNothing(String path) {
        try (RawHttp http =
                server.ask("GET", inRoom(path), "Origin: http://evil.example", "Sec-Fetch-Site: cross-site")) {
            var head = http.readHead();
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.headers().keySet()).noneMatch(name -> name.startsWith("Access-Control"));
        }
    }

    @Test
    void refusesAPreflight() {
        try (RawHttp http = server.ask(
                "OPTIONS", "/messages", "Origin: http://evil.example", "Access-Control-Request-Method: POST")) {
            var head = http.readHead();
            assertThat(head.status()).isEqualTo(403);
            assertThat(head.headers().keySet()).noneMatch(name -> name.startsWith("Access-Control"));
        }
    }

    private String inRoom(String path) {
        return path.replace("ROOM", bystander.room());
    }

    private void assertAnswered(Reply reply, int status) {
        if (status == 201) {
            assertThat(reply.status()).as(reply.body()).isEqualTo(status);
            bystander.assertHeard(List.of(reply.text("id")));
        } else {
            bystander.assertRefused(reply, status, "origin-not-allowed");
        }
    }
}
