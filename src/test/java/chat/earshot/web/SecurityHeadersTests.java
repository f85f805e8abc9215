package chat.earshot.web;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.EarshotTest;
import chat.earshot.Reply;
import chat.earshot.RunningServer;
import chat.earshot.testing.EventStream;
import chat.earshot.testing.RawHttp;
import chat.earshot.testing.ResponseHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Whatever the answer, it carries what keeps a browser from making more of it, and says nothing of what runs here. */
@EarshotTest(
        properties = {
            "earshot.allowed-hosts=localhost",
            "earshot.cors.allowed-origins=https://app.example",
            "earshot.limits.streams-per-room=1",
            "earshot.limits.post-burst=" + SecurityHeadersTests.BURST,
            "earshot.limits.posts-per-second=1"
        })
class SecurityHeadersTests {

    static final int BURST = 40;

    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    private static final String NOTHING =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String GET = "GET /messages HTTP/1.1\r\nHost: localhost\r\n";

    /** Requests that the container refuses by itself, or a filter before anything else. */
    static final String[][] BARE = {
        {"400", "hello\r\n\r\n"},
        {"400", "GET /messages HTTP/1.1\r\n\r\n"},
        {"400", GET + "Host: localhost\r\n\r\n"},
        {"400", GET + "X-Odd : x\r\n\r\n"},
        {"400", GET + "X-Odd: a\0b\r\n\r\n"},
        {"400", "POST /messages HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n"},
        {"400", "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n"},
        {"400", "GET /assets/..;/x HTTP/1.1\r\nHost: localhost\r\n\r\n"},
        {"414", "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"},
        {"421", "GET /messages HTTP/1.1\r\nHost: evil.example\r\n\r\n"},
        {"421", "GET / HTTP/1.1\r\nHost: evil.example\r\nAccept: text/html\r\n\r\n"},
        {"431", GET + "X-Long: " + "x".repeat(9_000) + "\r\n\r\n"},
        {"400", "POST /messages HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: x\r\n\r\n"},
        {"505", "GET /messages HTTP/7.3\r\nHost: localhost\r\n\r\n"},
    };

    private final RunningServer server;

    SecurityHeadersTests(RunningServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | GET     | /                    | Accept: text/html                                                       |
            200 | GET     | /                    | Accept: text/html; Accept-Encoding: gzip                                |
            200 | GET     | /                    |                                                                         |
            200 | HEAD    | /                    | Accept: text/html                                                       |
            200 | GET     | /rooms/garden        | Accept: text/html                                                       |
            400 | GET     | /?room=No%21         | Accept: text/html                                                       |
            422 | POST    | /messages?text=      | Accept: text/html; Content-Type: text/plain                             |
            """)
    void letsAPageDoWhatItNeeds(
            int status, String method, String path, @Nullable String headers, @Nullable String body) {
        ResponseHead head = send(method, path, headers, body);

        assertThat(head.status()).isEqualTo(status);
        assertGuarded(head);
        assertThat(policyOf(head))
                .startsWith("default-src 'none'; script-src 'self'; ")
                .contains("frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'")
                .doesNotContain("unsafe", "*", "http", "data:");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | GET     | /messages            |                                                                         |
            200 | HEAD    | /messages            |                                                                         |
            200 | OPTIONS | /messages            |                                                                         |
            400 | GET     | /messages?limit=x    | Accept: */*                                                             |
            404 | GET     | /messages/nothing    |                                                                         |
            406 | GET     | /messages            | Accept: image/png                                                       |
            406 | GET     | /                    | Accept: image/png                                                       |
            200 | GET     | /rooms               |                                                                         |
            400 | GET     | /rooms/NO            | Accept: text/html                                                       |
            303 | GET     | /?room=garden        | Accept: text/html                                                       |
            200 | GET     | /assets/js/main.js   |                                                                         |
            200 | GET     | /assets/js/main.js   | Accept-Encoding: gzip                                                   |
            200 | HEAD    | /assets/js/main.js   |                                                                         |
            200 | GET     | /assets/icon.svg     |                                                                         |
            206 | GET     | /assets/js/main.js   | Range: bytes=0-1                                                        |
            416 | GET     | /assets/js/main.js   | Range: bytes=999999-                                                    |
            404 | GET     | /assets/nothing.js   |                                                                         |
            404 | GET     | /assets/             |                                                                         |
            404 | GET     | /nothing             |                                                                         |
            404 | GET     | /nothing             | Accept: text/html                                                       |
            404 | GET     | /nothing             | Accept: text/plain                                                      |
            404 | GET     | /error               | Accept: text/html                                                       |
            404 | GET     | /actuator/env        |                                                                         |
            200 | GET     | /actuator/health     |                                                                         |
            200 | GET     | /livez               |                                                                         |
            200 | GET     | /readyz              |                                                                         |
            405 | PUT     | /messages            |                                                                         |
            405 | TRACE   | /                    |                                                                         |
            405 | POST    | /                    | Accept: text/html                                                       |
            201 | POST    | /messages            | Content-Type: text/plain                                                | x
            200 | POST    | /broadcast           | Content-Type: application/json                                          | {"event":"x","payload":1}
            303 | POST    | /messages            | Accept: text/html; Content-Type: text/plain                             | x
            415 | POST    | /messages            | Content-Type: image/png                                                 | x
            413 | POST    | /messages            | Content-Type: text/plain; Content-Length: 70000                         |
            422 | POST    | /messages            | Content-Type: text/plain                                                |
            403 | POST    | /messages            | Sec-Fetch-Site: cross-site                                              |
            403 | OPTIONS | /messages            | Origin: http://evil.example; Access-Control-Request-Method: GET         |
            403 | OPTIONS | /messages            | Origin: https://app.example; Access-Control-Request-Method: PUT         |
            200 | OPTIONS | /messages            | Origin: https://app.example; Access-Control-Request-Method: GET         |
            200 | GET     | /events?room=garden  |                                                                         |
            200 | HEAD    | /events?room=other   |                                                                         |
            400 | GET     | /events?last=x       |                                                                         |
            405 | POST    | /events              |                                                                         |
            """)
    void letsNothingElseDoAnything(
            int status, String method, String path, @Nullable String headers, @Nullable String body) {
        assertHarmless(send(method, path, headers, body), status);
    }

    @ParameterizedTest
    @FieldSource("BARE")
    void holdsForWhatTheContainerRefuses(String status, String request) {
        try (RawHttp http = server.connect().send(request)) {
            Reply reply = Reply.read(http);

            assertHarmless(reply.head(), Integer.parseInt(status));
            assertThat(reply.problem()).isNotEmpty();
        }
    }

    @Test
    void holdsWhereNothingHasChanged() {
        String etag = ask("GET", "/assets/js/main.js").header("ETag").orElseThrow();

        assertHarmless(ask("GET", "/assets/js/main.js", "If-None-Match: " + etag), 304);
    }

    @Test
    void holdsWhereTheRoomIsFull() {
        String room = server.newRoom();
        try (EventStream first = server.listen(room)) {
            assertHarmless(ask("GET", "/events?room=" + room), 503);
        }
    }

    @Test
    void holdsWhereOneSpeaksTooMuch() {
        List<ResponseHead> answers = new ArrayList<>();
        do {
            answers.add(ask("POST", "/messages", "Content-Type: image/png", "X-Forwarded-For: 192.0.2.1"));
        } while (answers.getLast().status() == 415 && answers.size() < 2 * BURST);

        assertHarmless(answers.getLast(), 429);
    }

    private static void assertHarmless(ResponseHead head, int status) {
        assertThat(head.status()).isEqualTo(status);
        assertGuarded(head);
        assertThat(policyOf(head)).isEqualTo(NOTHING);
    }

    private static void assertGuarded(ResponseHead head) {
        ALWAYS.forEach((name, value) -> assertThat(head.header(name)).as(name).contains(value));
        assertThat(head.headers())
                .doesNotContainKeys("Server", "X-Powered-By", "Via", "Set-Cookie", "X-Application-Context");
    }

    private static String policyOf(ResponseHead head) {
        return head.header("Content-Security-Policy").orElseThrow();
    }

    /** @param headers with a semicolon and a space between them */
    private ResponseHead send(String method, String path, @Nullable String headers, @Nullable String body) {
        List<String> all = new ArrayList<>(headers == null ? List.of() : List.of(headers.split("; ")));
        String sent = body == null ? "" : body;
        if (all.stream().noneMatch(header -> header.startsWith("Content-Length"))) {
            all.add("Content-Length: " + sent.length());
        }
        try (RawHttp http = server.ask(method, path, all.toArray(String[]::new)).send(sent)) {
            return http.readHead();
        }
    }

    private ResponseHead ask(String method, String path, String... headers) {
        return send(method, path, headers.length == 0 ? null : String.join("; ", headers), null);
    }
}
