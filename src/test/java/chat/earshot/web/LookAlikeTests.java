package chat.earshot.web;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.Bystander;
import chat.earshot.EarshotTest;
import chat.earshot.Reply;
import chat.earshot.RunningServer;
import chat.earshot.testing.RawHttp;
import chat.earshot.testing.ResponseHead;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What another site's page could call itself to be taken for ours. It has nothing said here, and reads nothing. */
@EarshotTest
class LookAlikeTests {

    /** Which page an older browser says it has; PORT stands for ours. */
    static final String[] ORIGINS = {
        "null",
        "",
        "*",
        "http://evil.example",
        "http://localhost",
        "http://localhost:1",
        "http://localhost:PORT0",
        "http://localhost:0PORT",
        "http://localhost:PORT.evil.example",
        "http://localhost.evil.example:PORT",
        "http://evil-localhost:PORT",
        "http://evil.localhost:PORT",
        "http://evillocalhost:PORT",
        "http://localhost.:PORT",
        "http://.localhost:PORT",
        "http://LOCALHOST.:PORT",
        "http://xn--lcalhost-2rf:PORT",
        "http://l\u043ecalhost:PORT",
        "http://%6cocalhost:PORT",
        "http://127.0.0.1:PORT",
        "http://[::1]:PORT",
        "http://2130706433:PORT",
        "http://ann@localhost:PORT",
        "http://ann:secret@localhost:PORT",
        "http://localhost:PORT@evil.example",
        "http://localhost:PORT/",
        "http://localhost:PORT/messages",
        "http://localhost:PORT?x",
        "http://localhost:PORT#x",
        "http://localhost:PORT\\@evil.example",
        "http://localhost:PORT,http://evil.example",
        "http://evil.example, http://localhost:PORT",
        "http://evil.example http://localhost:PORT",
        "http://localhost:PORT http://evil.example",
        "\"http://localhost:PORT\"",
        "HTTP://localhost:PORT",
        "http:localhost:PORT",
        "http:/localhost:PORT",
        "http:///localhost:PORT",
        "//localhost:PORT",
        "localhost:PORT",
        "localhost",
        "://localhost:PORT",
        "http://",
        "ftp://localhost:PORT",
        "ws://localhost:PORT",
        "file://localhost:PORT",
        "file://",
        "data:",
        "about:srcdoc",
        "blob:http://localhost:PORT",
        "chrome-extension://localhost:PORT",
    };

    /** What goes into Sec-Fetch-Site and is not what a browser says of our own page. */
    static final String[] SITES = {
        "cross-site",
        "same-site",
        "",
        "Same-Origin",
        "SAME-ORIGIN",
        "None",
        "same-origin, cross-site",
        "same-origin;x",
        "\"same-origin\"",
        "?1",
        "null",
    };

    private final RunningServer server;
    private final Bystander bystander;

    LookAlikeTests(RunningServer server) {
        this.server = server;
        this.bystander = new Bystander(server);
    }

    @AfterEach
    void leave() {
        bystander.close();
    }

    @ParameterizedTest
    @FieldSource("ORIGINS")
    void looksLikeUs(String origin) {
        assertRefused(post("Origin: " + origin));
    }

    /** The browser knows better than a look. */
    @ParameterizedTest
    @FieldSource("SITES")
    void isNotCalledOurs(String site) {
        assertRefused(post("Sec-Fetch-Site: " + site, "Origin: http://localhost:PORT"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Origin: http://localhost:PORT  | Origin: http://evil.example
            Origin: http://evil.example    | Origin: http://localhost:PORT
            Origin: http://localhost:PORT  | Origin: http://localhost:PORT
            Sec-Fetch-Site: same-origin    | Sec-Fetch-Site: cross-site
            Sec-Fetch-Site: cross-site     | Sec-Fetch-Site: same-origin
            Sec-Fetch-Site: none           | Sec-Fetch-Site: none
            """)
    void isSaidTwice(String one, String other) {
        assertRefused(post(one, other));
    }

    /** What a proxy might have said of the name we were called by, anybody can say. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-Host: evil.example",
                "X-Host: evil.example",
                "X-Original-Host: evil.example",
                "Forwarded: host=evil.example"
            })
    void saysThatWeAreItsHost(String header) {
        assertRefused(post("Origin: http://evil.example", header));
    }

    @ParameterizedTest
    @FieldSource("ORIGINS")
    void readsNothingFromAScript(String origin) {
        for (String path : new String[] {inRoom("/messages"), inRoom("/events")}) {
            try (RawHttp http = server.ask("GET", path, ours("Origin: " + origin))) {
                assertAllowsNothing(http.readHead());
            }
        }
    }

    private void assertRefused(Reply reply) {
        bystander.assertRefused(reply, 403, "origin-not-allowed");
        assertAllowsNothing(reply.head());
    }

    private static void assertAllowsNothing(ResponseHead head) {
        assertThat(head.headers().keySet()).noneMatch(name -> name.startsWith("Access-Control"));
    }

    private Reply post(String... headers) {
        return server.post(inRoom("/messages"), "text/plain", "x", ours(headers));
    }

    private String[] ours(String... headers) {
        String port = Integer.toString(server.port());
        return Stream.of(headers).map(header -> header.replace("PORT", port)).toArray(String[]::new);
    }

    private String inRoom(String path) {
        return path + "?room=" + bystander.room();
    }
}
