package chat.earshot.web;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.Bystander;
import chat.earshot.EarshotTest;
import chat.earshot.Reply;
import chat.earshot.RunningServer;
import chat.earshot.testing.RawHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What another site's page could try to have something said here. After each trick nothing is stored and nothing is heard. */
@EarshotTest
class CrossSiteTests {

    private static final String CROSS_SITE = "Sec-Fetch-Site: cross-site";
    private static final String EVIL = "Origin: http://evil.example";

    private final RunningServer server;
    private final Bystander bystander;

    CrossSiteTests(RunningServer server) {
        this.server = server;
        this.bystander = new Bystander(server);
    }

    @AfterEach
    void leave() {
        bystander.close();
    }

    /** None of these is asked about first; JSON is, by browsers that keep the rule. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /messages  | text/plain                        | x
            /messages  | text/plain                        | {"text":"x"}
            /messages  | text/plain;charset=UTF-8          | {"text":"x","a":"="}
            /messages  | application/x-www-form-urlencoded | text=x
            /messages  | application/x-www-form-urlencoded | x
            /messages  | multipart/form-data; boundary=b   | --b--
            /messages  | application/json                  | {"text":"x"}
            /messages  | application/csp-report            | {"text":"x"}
            /broadcast | application/json                  | {"event":"x","payload":1}
            /broadcast | text/plain                        | {"event":"x","payload":1}
            /broadcast | application/x-www-form-urlencoded | event=x&payload=1
            """)
    void comesInAnyDress(String path, String type, String body) {
        assertThat(server.post(inRoom(path), type, body, CROSS_SITE).status()).isEqualTo(403);
        assertRefused(server.post(inRoom(path), type, body, EVIL));
    }

    @Test
    void comesWithoutAType() {
        try (RawHttp http = server.ask("POST", inRoom("/messages"), CROSS_SITE, "Content-Length: 1")
                .send("x")) {
            assertRefused(Reply.read(http));
        }
    }

    @Test
    void comesAsAFormOfAPage() {
        Reply reply = server.post(
                inRoom("/messages"),
                "application/x-www-form-urlencoded",
                "text=x",
                CROSS_SITE,
                EVIL,
                "Accept: text/html");

        assertRefused(reply);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/rooms/lobby", "/rooms", "/events", "/messages/x", "/assets/x", "/livez", "/error", "/x"})
    void goesSomewhereElse(String path) {
        assertRefused(server.post(path, "text/plain", "x", CROSS_SITE));
    }

    /** A method that is called another does not become safe by it, nor unsafe. */
    @ParameterizedTest
    @ValueSource(
            strings = {"X-HTTP-Method-Override: GET", "X-HTTP-Method: GET", "X-Method-Override: GET", "X-Other: nothing"
            })
    void callsAPostSomethingElse(String header) {
        assertRefused(server.post(inRoom("/messages") + "&_method=GET", "text/plain", "x", CROSS_SITE, header));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
    void callsASafeMethodAPost(String method) {
        String[] headers = {
            CROSS_SITE,
            EVIL,
            "X-HTTP-Method-Override: POST",
            "X-HTTP-Method: POST",
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Length: 19"
        };
        try (RawHttp http = server.ask(method, inRoom("/messages") + "&_method=POST&text=x", headers)
                .send("_method=POST&text=x")) {
            assertThat(http.readHead().status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE", "post", "Get", "PROPFIND", "QUERY", "X"})
    void hasAnotherMethod(String method) {
        try (RawHttp http = server.ask(method, inRoom("/messages"), CROSS_SITE, "Content-Length: 1")
                .send("x")) {
            assertRefused(Reply.read(http));
        }
    }

    private void assertRefused(Reply reply) {
        bystander.assertRefused(reply, 403, "origin-not-allowed");
        assertThat(reply.head().headers().keySet()).noneMatch(name -> name.startsWith("Access-Control"));
    }

    private String inRoom(String path) {
        return path + "?room=" + bystander.room();
    }
}
