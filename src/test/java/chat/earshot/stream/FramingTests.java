package chat.earshot.stream;

import static chat.earshot.stream.Golden.assertNext;
import static chat.earshot.stream.Golden.chunks;
import static chat.earshot.stream.Golden.opening;
import static chat.earshot.stream.Golden.stream;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.EarshotTest;
import chat.earshot.RunningServer;
import chat.earshot.event.Room;
import chat.earshot.testing.Chunk;
import chat.earshot.testing.EventStream;
import chat.earshot.testing.RawHttp;
import chat.earshot.testing.ResponseHead;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The chunks around a stream's bytes (RFC 9112, 7.1), and that no other answer is touched by them. */
@EarshotTest
class FramingTests {

    /** Long before a heartbeat: nothing that comes within it was brought by a later chunk. */
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private final RunningServer server;
    private final EmitterRegistry registry;
    private final String room;
    private final String id;

    FramingTests(RunningServer server, EmitterRegistry registry) {
        this.server = server;
        this.registry = registry;
        this.room = server.newRoom();
        this.id = server.client().post("first", "ann", room).id();
    }

    @Test
    void closesTheFirstChunkAtOnce() {
        try (RawHttp http = stream(server, "room=" + room)) {
            assertThat(http.within(AT_ONCE).readChunk().text()).isEqualTo(opening(id));
            assertThat(http.crlfArrives(AT_ONCE)).isTrue();
        }
    }

    @Test
    void closesEachLaterChunkAtOnce() {
        try (RawHttp http = stream(server, "room=" + room)) {
            http.readChunk();
            http.crlfArrives(AT_ONCE);
            server.client().post("second", "ann", room);

            assertThat(http.within(AT_ONCE).readChunk().text()).contains("second");
            assertThat(http.crlfArrives(AT_ONCE)).isTrue();
        }
    }

    @Test
    void keepsItsFramingForAClientThatWillClose() {
        try (RawHttp http = server.ask("GET", "/events?room=" + room, "Connection: close")) {
            ResponseHead head = http.readHead();

            assertThat(head.header("Transfer-Encoding")).contains("chunked");
            assertNext(http.within(AT_ONCE), chunks(opening(id)));
        }
    }

    @Test
    void endsWithTheLastChunk() {
        try (RawHttp http = stream(server, "room=" + room)) {
            http.readChunk();
            end();

            Chunk farewell = http.readChunk();
            assertThat(farewell.text()).matches("retry: [0-9]+\n\n");
            assertNext(http, "\r\n0\r\n\r\n");
        }
    }

    @Test
    void closesTheConnectionAfterTheLastChunkWhereTheClientAskedForIt() {
        try (RawHttp http = server.ask("GET", "/events?room=" + room, "Connection: close")) {
            http.readHead();
            http.readChunk();
            end();

            assertThat(http.readToEnd()).asString(UTF_8).endsWith("\n\n\r\n0\r\n\r\n");
        }
    }

    @Test
    void servesTheNextRequestOnTheConnectionOfAStreamThatEnded() {
        try (RawHttp http = stream(server, "room=" + room)) {
            endOn(http);

            http.send(server.request("GET", "/messages/" + id));
            assertThat(http.readHead().header("Content-Length")).isPresent();
            assertThat(http.readBody()).asString(UTF_8).contains("\"text\":\"first\"");
        }
    }

    @Test
    void leavesTheNextChunkedAnswerToJetty() {
        try (RawHttp http = stream(server, "room=" + room)) {
            endOn(http);

            http.send(server.request("GET", "/readyz"));
            assertThat(http.readHead().header("Transfer-Encoding")).contains("chunked");
            assertNext(http, "F\r\n{\"status\":\"UP\"}\r\n0\r\n\r\n");
        }
    }

    @Test
    void opensTheNextStreamOnTheConnectionOfOneThatEnded() {
        try (RawHttp http = stream(server, "room=" + room)) {
            endOn(http);

            http.send(server.request("GET", "/events?room=" + room));
            assertThat(http.readHead().status()).isEqualTo(200);
            assertNext(http, chunks(opening(id)));
        }
    }

    @Test
    void framesARefusalAsAnyOtherAnswer() {
        try (RawHttp http = server.ask("GET", "/events?last=x")) {
            ResponseHead head = http.readHead();

            assertThat(head.header("Transfer-Encoding")).isEmpty();
            assertThat(http.readBody()).asString(UTF_8).startsWith("{\"type\":\"/problems/invalid-last\"");
        }
    }

    @Test
    void sendsBareBytesToHttp10() {
        try (RawHttp http = http10()) {
            assertThat(http.readHead().header("Transfer-Encoding")).isEmpty();
            assertNext(http.within(AT_ONCE), opening(id));
        }
    }

    @Test
    void endsAStreamOfHttp10WithItsConnection() {
        try (RawHttp http = http10()) {
            http.readHead();
            http.readBytes(opening(id).length());
            end();

            assertThat(http.readToEnd()).asString(UTF_8).matches("retry: [0-9]+\n\n");
        }
    }

    @Test
    void tellsARecorderThatItEndedAsItShould() {
        try (EventStream stream = server.listen(room)) {
            end();

            assertThat(stream.awaitClosed()).hasToString("FINISHED");
        }
    }

    private RawHttp http10() {
        return server.connect().send("GET /events?room=" + room + " HTTP/1.0\r\nHost: localhost\r\n\r\n");
    }

    /** Ends the room's streams as a shutdown does. */
    private void end() {
        registry.forEach(subscriber -> {
            if (subscriber.room().equals(new Room(room))) {
                subscriber.end(State.DRAINING);
            }
        });
    }

    private void endOn(RawHttp http) {
        http.readChunk();
        end();
        http.readChunk();
        assertNext(http, "\r\n0\r\n\r\n");
    }
}
