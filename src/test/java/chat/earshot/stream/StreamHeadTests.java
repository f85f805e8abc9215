package chat.earshot.stream;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.EarshotTest;
import chat.earshot.RunningServer;
import chat.earshot.event.Room;
import chat.earshot.testing.EventStream;
import chat.earshot.testing.RawHttp;
import chat.earshot.testing.ResponseHead;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The status line and the headers of a stream. */
@EarshotTest
class StreamHeadTests {

    private final RunningServer server;
    private final EmitterRegistry registry;
    private final String room;

    StreamHeadTests(RunningServer server, EmitterRegistry registry) {
        this.server = server;
        this.registry = registry;
        this.room = server.newRoom();
    }

    @Test
    void answersAStreamThatNobodyCachesCompressesOrBuffers() {
        ResponseHead head = head("GET");

        assertThat(head.statusLine()).isEqualTo("HTTP/1.1 200 OK");
        assertThat(head.header("Content-Type")).contains("text/event-stream;charset=UTF-8");
        assertThat(head.header("Cache-Control")).contains("no-store, no-transform");
        assertThat(head.header("X-Accel-Buffering")).contains("no");
        assertThat(head.header("Transfer-Encoding")).contains("chunked");
    }

    @Test
    void tellsNothingElse() {
        assertThat(head("GET").headers().keySet())
                .containsExactlyInAnyOrder(
                        "Content-Type",
                        "Cache-Control",
                        "X-Accel-Buffering",
                        "Transfer-Encoding",
                        "Date",
                        "Content-Security-Policy",
                        "Cross-Origin-Opener-Policy",
                        "Cross-Origin-Resource-Policy",
                        "Referrer-Policy",
                        "X-Content-Type-Options",
                        "X-Frame-Options");
    }

    @Test
    void neverCompresses() {
        assertThat(head("GET", "Accept-Encoding: gzip, br, zstd").header("Content-Encoding"))
                .isEmpty();
    }

    @Test
    void answersHeadWithTheHeadersOfAStream() {
        ResponseHead head = head("HEAD");

        TreeSet<String> ofAStream = new TreeSet<>(head("GET").headers().keySet());
        ofAStream.remove("Transfer-Encoding"); // a HEAD may leave it out (RFC 9112, 6.1)
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Type")).contains("text/event-stream;charset=UTF-8");
        assertThat(head.header("Cache-Control")).contains("no-store, no-transform");
        assertThat(head.headers().keySet()).containsAll(ofAStream);
    }

    /** A Content-Length in it would have to be the one that a GET has (RFC 9110, 8.6). */
    @Test
    void claimsNoLengthInTheAnswerToHead() {
        assertThat(head("HEAD").header("Content-Length")).isEmpty();
    }

    @Test
    void takesNoSlotForHead() {
        head("HEAD");

        try (EventStream later = server.listen(room)) {
            assertThat(registry.count(new Room(room))).isEqualTo(1);
        }
    }

    @Test
    void refusesInAHeadWhatItRefusesInAGet() {
        try (RawHttp http = server.ask("HEAD", "/events?last=x")) {
            assertThat(http.readHead().status()).isEqualTo(400);
        }
    }

    private ResponseHead head(String method, String... headers) {
        try (RawHttp http = server.ask(method, "/events?room=" + room, headers)) {
            return http.readHead();
        }
    }
}
