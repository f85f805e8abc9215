package chat.earshot.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.earshot.Bystander;
import chat.earshot.EarshotTest;
import chat.earshot.RunningServer;
import chat.earshot.testing.Deadline;
import chat.earshot.testing.EventStream;
import chat.earshot.testing.RawHttp;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream that is refused, or whose client is gone before it begins, takes no place. */
@EarshotTest(properties = {"earshot.web.idle-timeout=1s", "earshot.stream.heartbeat=300ms"})
class UnopenedStreamTests {

    private static final Duration AT_ONCE = Duration.ofMillis(50);
    private static final int ATTEMPTS = 30; // one of so many is quick even on a busy machine
    private static final int TIMES = 20;

    /** What follows the request line and its Host, and the answer. */
    static final Object[][] REFUSED = {
        {"GET", "?room=Bad%20Name", "", 400},
        {"GET", "?room=", "", 400},
        {"GET", "?room=a&room=b", "", 400},
        {"GET", "?room=%zz", "", 400},
        {"GET", "?room=%ff", "", 400},
        {"GET", "", "Accept: application/json\r\n", 406},
        {"GET", "", "Accept: text/event-stream;q=0\r\n", 406},
        {"GET", "", "Accept: nonsense\r\n", 406},
        {"GET", "", "Expect: 200-ok\r\n", 417},
        {"GET", "", "Host: other\r\n", 400},
        {"GET", "", "Last-Event-ID: a\0b\r\n", 400},
        {"GET", "", "Last-Event-ID: " + "x".repeat(9_000) + "\r\n", 431},
        {"GET", "", "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n", 400},
        {"GET", "/x", "", 404},
        {"HEAD", "", "", 200},
        {"HEAD", "?room=Bad%20Name", "", 400},
        {"OPTIONS", "", "", 200},
        {"POST", "", "Content-Length: 0\r\n", 405},
        {"TRACE", "", "", 405},
    };

    /** OWN stands for the room's epoch, OTHER for that of another. */
    static final List<String> CURSORS = List.of(
            "x",
            "-1",
            "9223372036854775808",
            "٣",
            "9".repeat(4_000),
            "a-".repeat(2_000),
            "aaaaaaaa-1",
            " ,".repeat(2_000),
            "{".repeat(4_000),
            "OTHER-1",
            "OWN-999",
            "OWN-1\r\nLast-Event-ID: OWN-1");

    private final RunningServer server;
    private final Bystander bystander;

    UnopenedStreamTests(RunningServer server) {
        this.server = server;
        this.bystander = new Bystander(server);
    }

    @AfterEach
    void takesNoPlace() {
        bystander.close();
        await().atMost(Deadline.GENEROUS).until(() -> server.takenPlaces() == 0);
    }

    @ParameterizedTest
    @FieldSource("REFUSED")
    void isRefused(String method, String query, String headers, int status) {
        for (int i = 0; i < TIMES; i++) {
            try (RawHttp http = server.connect().send(request(method, query, headers) + "\r\n")) {
                assertThat(http.readHead().status()).isEqualTo(status);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"501", "-1", "x", "", "1e9", "+1", "1.0", "%201", "99999999999", "%D9%A3"})
    void isAskedForWithALastThatIsNoNumberInItsRange(String last) {
        bystander.assertRefused(server.get("/events?last=" + last), 400, "invalid-last");
    }

    @Test
    void isNeverAskedForInFull() {
        for (int i = 0; i < TIMES; i++) {
            server.connect().send(request("GET", "", "X-Odd: x")).abort();
            server.connect().send(request("GET", "", "") + "\r\n").abort();
            server.connect().send(request("GET", "", "") + "\r\n").finish().close();
        }
    }

    @Test
    void isOpenedAtOnceWhateverTheCursor() {
        String own = epoch(bystander.room());
        String other = epoch(server.newRoom());
        assertThat(CURSORS)
                .extracting(cursor -> cursor.replace("OWN", own).replace("OTHER", other))
                .allSatisfy(cursor -> assertThat(fastest(cursor)).isLessThan(AT_ONCE));
    }

    private String epoch(String room) {
        try (EventStream stream = server.listen(room)) {
            return Golden.epoch(stream.lastEventId());
        }
    }

    /** How long it takes until the gap is there. */
    private Duration fastest(String cursor) {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < ATTEMPTS && fastest > AT_ONCE.toNanos(); i++) {
            long start = System.nanoTime();
            try (RawHttp http = server.connect()
                    .send(request("GET", "?room=" + bystander.room(), "Last-Event-ID: " + cursor + "\r\n") + "\r\n")) {
                assertThat(http.readUntil("event: gap\n")).asString(UTF_8).startsWith("HTTP/1.1 200 ");
            }
            fastest = Math.min(fastest, System.nanoTime() - start);
        }
        return Duration.ofNanos(fastest);
    }

    private static String request(String method, String query, String headers) {
        return method + " /events" + query + " HTTP/1.1\r\nHost: localhost\r\n" + headers;
    }
}
