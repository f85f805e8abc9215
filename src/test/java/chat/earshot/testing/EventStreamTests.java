package chat.earshot.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventStreamTests {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream;charset=UTF-8\r\n";
    private static final String OPENING = "retry: 3000\n: earshot\nid: k7f3q2ab-40\n\n";
    private static final Duration SHORT = Duration.ofMillis(50);

    private Peer peer;

    @BeforeEach
    void listen() throws IOException {
        peer = new Peer();
    }

    @AfterEach
    void stop() throws IOException {
        peer.close();
    }

    @Test
    void asksForTheStream() throws IOException {
        URI base = URI.create(peer.base() + "/context/");
        StreamRequest request = StreamRequest.to(base).room("den").last(5).parameter("ping", "true");
        try (EventStream stream =
                        request.lastEventId("k7f3q2ab-7").header("X", "y").open();
                Peer.Line line = peer.accept()) {
            assertThat(line.readRequest()).isEqualTo("""
                            GET /context/events?room=den&last=5&ping=true HTTP/1.1
                            Host: %s:%d
                            Accept: text/event-stream
                            Last-Event-ID: k7f3q2ab-7
                            X: y

                            """.formatted(peer.host(), peer.port()));
            assertThat(stream.lastEventId()).isEqualTo("k7f3q2ab-7");
        }
    }

    @Test
    void asksForTheLobbyWithoutAQuery() throws IOException {
        try (EventStream stream = EventStream.open(peer.base());
                Peer.Line line = peer.accept()) {
            assertThat(line.readRequest()).startsWith("GET /events HTTP/1.1\n").doesNotContain("Last-Event-ID");
            assertThat(stream.lastEventId()).isEmpty();
        }
    }

    @Test
    void sendsNoHeaderForTheEmptyId() throws IOException {
        StreamRequest request = StreamRequest.to(peer.base()).lastEventId("1").lastEventId("");
        try (EventStream stream = request.open();
                Peer.Line line = peer.accept()) {
            assertThat(line.readRequest()).doesNotContain("Last-Event-ID");
            assertThat(stream.lastEventId()).isEmpty();
        }
    }

    @Test
    void takesInLittleWhereItIsToBeSlow() throws IOException {
        try (RawHttp http = StreamRequest.to(peer.base()).receiveBuffer(2_048).send()) {
            assertThat(http.receiveBuffer()).isLessThan(8_192);
        }
    }

    @Test
    void queuesEveryBlockInOrder() throws IOException {
        try (EventStream stream = EventStream.open(peer.base());
                Peer.Line line = open()) {
            line.writeChunk(OPENING + ":\n\nda").writeChunk("ta: a\n\n");

            assertThat(stream.next()).isEqualTo(new SseBlock("k7f3q2ab-40", null, null, 3000, List.of("earshot")));
            assertThat(stream.next().isHeartbeat()).isTrue();
            assertThat(stream.next().data()).isEqualTo("a");
        }
    }

    @Test
    void hearsABlockBeforeTheCrlfOfItsChunk() throws IOException {
        try (EventStream stream = EventStream.open(peer.base());
                Peer.Line line = open()) {
            line.write("9\r\ndata: a\n\n");

            assertThat(stream.next().data()).isEqualTo("a");
        }
    }

    @Test
    void opensOnceItKnowsWhereItStands() throws IOException {
        try (EventStream stream = EventStream.open(peer.base());
                Peer.Line line = open()) {
            line.writeChunk(": hello\n\n" + OPENING);

            stream.awaitOpen();
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.headers().get("content-type")).containsExactly("text/event-stream;charset=UTF-8");
            assertThat(stream.lastEventId()).isEqualTo("k7f3q2ab-40");
            assertThat(stream.drain()).hasSize(2);
        }
    }

    @Test
    void takesEventsAndDropsWhatIsBetween() throws IOException {
        try (EventStream stream = EventStream.open(peer.base());
                Peer.Line line = open()) {
            line.writeChunk(OPENING + "data: a\n\n:\n\nevent: gap\ndata: b\n\n:\n\ndata: c\n\ndata: d\n\n");

            assertThat(stream.takeEvents(3)).extracting(SseBlock::data).containsExactly("a", "b", "c");
            assertThat(stream.nextEvent().data()).isEqualTo("d");
        }
    }

    @Test
    void remembersTheLastIdAsABrowserDoes() throws IOException {
        try (EventStream stream = EventStream.open(peer.base());
                Peer.Line line = open()) {
            line.writeChunk("id: 1\ndata: a\n\nid: 2\n\n").writeChunk("data: b\n\n");
            assertThat(stream.takeEvents(2)).extracting(SseBlock::id).containsExactly("1", null);
            assertThat(stream.lastEventId()).isEqualTo("2");

            line.writeChunk("id\n\n:\n\n");
            assertThat(stream.next().id()).isEmpty();
            assertThat(stream.lastEventId()).isEmpty();
        }
    }

    @Test
    void reconnectsFromTheLastIdHeard() throws IOException {
        try (EventStream stream = StreamRequest.to(peer.base()).room("den").open();
                Peer.Line line = open()) {
            line.writeChunk(OPENING);
            stream.awaitOpen();
            try (EventStream again = stream.reconnect();
                    Peer.Line second = peer.accept()) {
                assertThat(second.readRequest())
                        .startsWith("GET /events?room=den HTTP/1.1\n")
                        .contains("\nLast-Event-ID: k7f3q2ab-40\n");
                assertThat(again.lastEventId()).isEqualTo("k7f3q2ab-40");
            }
        }
    }

    @Test
    void queuesNothingWhilePaused() throws IOException {
        try (EventStream stream = EventStream.open(peer.base());
                Peer.Line line = open()) {
            stream.pause();
            line.writeChunk("id: 1\ndata: a\n\n");

            assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> stream.next(SHORT));
            assertThat(stream.lastEventId()).isEmpty();
            stream.resume();
            assertThat(stream.next().data()).isEqualTo("a");
        }
    }

    @Test
    void findsAnEventThatIsLeft() throws IOException {
        try (EventStream stream = EventStream.open(peer.base());
                Peer.Line line = open()) {
            line.writeChunk(OPENING + ":\n\n");
            stream.awaitOpen();
            assertThatCode(stream::assertNothingLeft).doesNotThrowAnyException();

            line.writeChunk("data: surprise\n\nid: 9\ndata: marker\n\n").write("0\r\n\r\n");
            stream.awaitClosed();
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(stream::assertNothingLeft)
                    .withMessageContaining("surprise");
        }
    }

    private Peer.Line open() throws IOException {
        return peer.accept().write(HEAD + "Transfer-Encoding: chunked\r\n\r\n");
    }
}
