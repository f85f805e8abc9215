package chat.earshot.web;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.Bystander;
import chat.earshot.EarshotTest;
import chat.earshot.Reply;
import chat.earshot.RunningServer;
import chat.earshot.testing.RawHttp;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers ask before they let another site's page send something: an answer for the allowed, none for the others. */
@EarshotTest(properties = "earshot.cors.allowed-origins=http://localhost:3000,https://app.example")
class PreflightTests {

    private static final String ALLOWED = "https://app.example";

    /** Whatever there is, and what is not. ROOM stands for the test's own. */
    static final String[] PATHS = {
        "/messages?room=ROOM",
        "/messages/x",
        "/broadcast",
        "/events?room=ROOM",
        "/rooms",
        "/rooms/ROOM",
        "/",
        "/assets/js/main.js",
        "/livez",
        "/readyz",
        "/actuator/health",
        "/error",
        "/nowhere",
    };

    private final RunningServer server;
    private final Bystander bystander;

    PreflightTests(RunningServer server) {
        this.server = server;
        this.bystander = new Bystander(server);
    }

    @AfterEach
    void leave() {
        bystander.close();
    }

    @ParameterizedTest
    @FieldSource("PATHS")
    void allowsAnotherPageNothing(String path) {
        for (String method : new String[] {"GET", "POST", "PUT", "DELETE", "x"}) {
            assertRefused(ask(path, "https://evil.example", method));
            assertRefused(ask(path, "null", method));
        }
        assertRefused(ask(path, ALLOWED + ".evil.example", "POST", "Access-Control-Request-Headers: content-type"));
        assertRefused(ask(path, "https://evil.example", "POST", "Origin: " + ALLOWED));
        assertRefused(ask(path, "https://evil.example", "POST", "Access-Control-Request-Private-Network: true"));
    }

    @ParameterizedTest
    @FieldSource("PATHS")
    void allowsAnAllowedPageWhatItMayDo(String path) {
        Reply reply = ask(path, ALLOWED, "POST", "Access-Control-Request-Headers: content-type");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Access-Control-Allow-Origin")).contains(ALLOWED);
        assertThat(reply.head().headers()).doesNotContainKey("Access-Control-Allow-Credentials");
        assertThat(reply.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PUT                    | content-type
            DELETE                 | content-type
            PATCH                  | content-type
            TRACE                  | content-type
            OPTIONS                | content-type
            post                   | content-type
            *                      | content-type
            'POST, DELETE'         | content-type
            ''                     | content-type
            POST                   | x-other
            POST                   | *
            POST                   | authorization
            POST                   | cookie
            POST                   | x-forwarded-for
            POST                   | content-type; x
            """)
    void allowsNobodyMore(String method, String headers) {
        assertRefused(ask("/messages", ALLOWED, method, "Access-Control-Request-Headers: " + headers));
    }

    /** The browser compares. */
    @ParameterizedTest
    @ValueSource(
            strings = {"content-type,x-other", "x-other, content-type", "content-type,,authorization", "*, content-type"
            })
    void namesNoHeaderThatNobodyMaySend(String headers) {
        Reply reply = ask("/messages", ALLOWED, "POST", "Access-Control-Request-Headers: " + headers);

        assertThat(reply.header("Access-Control-Allow-Headers")).contains("content-type");
    }

    private static void assertRefused(Reply reply) {
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.problem()).isEqualTo("origin-not-allowed");
        assertThat(reply.head().headers().keySet()).noneMatch(name -> name.startsWith("Access-Control"));
    }

    private Reply ask(String path, String origin, String method, String... more) {
        String[] headers = Stream.concat(
                        Stream.of("Origin: " + origin, "Access-Control-Request-Method: " + method), Arrays.stream(more))
                .toArray(String[]::new);
        try (RawHttp http = server.ask("OPTIONS", path.replace("ROOM", bystander.room()), headers)) {
            return Reply.read(http);
        }
    }
}
