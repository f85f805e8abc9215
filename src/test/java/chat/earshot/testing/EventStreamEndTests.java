package chat.earshot.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventStreamEndTests {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream;charset=UTF-8\r\n";
    private static final String OPENING = "retry: 3000\n: earshot\nid: k7f3q2ab-40\n\n";

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
    void tellsARefusal() throws IOException {
        try (EventStream stream = EventStream.open(peer.base());
                Peer.Line line = peer.accept()) {
            line.write("HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/event-stream\r\nRetry-After: 1\r\n\r\n");

            assertThat(stream.status()).isEqualTo(503);
            assertThat(stream.awaitClosed()).isEqualTo(End.REFUSED);
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(stream::awaitOpen)
                    .withMessageContaining("503");
        }
    }

    @Test
    void closesWhilePaused() throws IOException {
        EventStream stream = EventStream.open(peer.base());
        try (Peer.Line line = open()) {
            stream.pause();
            line.writeChunk(OPENING);

            stream.close();
            assertThat(stream.awaitClosed()).isEqualTo(End.CLOSED);
        }
    }

    @Test
    void keepsWhatItHeardAfterClose() throws IOException {
        EventStream stream = EventStream.open(peer.base());
        try (Peer.Line line = open()) {
            line.writeChunk("data: a\n\n" + OPENING);
            stream.awaitOpen().next(); // both are there
            stream.close();
            stream.close();

            assertThat(stream.drain()).hasSize(1);
            assertThat(stream.closed()).isCompletedWithValue(End.CLOSED);
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(stream::next)
                    .withMessageContaining("closed by the test");
        }
    }

    @Test
    void vanishesWithAReset() throws IOException {
        EventStream stream = EventStream.open(peer.base());
        try (Peer.Line line = open()) {
            line.readRequest();
            stream.abort();

            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> line.wire().upTo(1, Deadline.generous()));
            assertThat(stream.awaitClosed()).isEqualTo(End.CLOSED);
        }
    }

    @Test
    void tellsAFinishedStreamFromOneThatWasCut() throws IOException {
        assertThat(endAfter(OPENING, "0\r\n\r\n")).isEqualTo(End.FINISHED);
        assertThat(endAfter(OPENING, "0\r\n")).isEqualTo(End.CUT);
        assertThat(endAfter(OPENING, "")).isEqualTo(End.CUT);
        assertThat(endAfter(OPENING, "99\r\ndata: a\n\n")).isEqualTo(End.CUT);
        assertThat(endAfter(OPENING + "data: half", "0\r\n\r\n")).isEqualTo(End.CUT);
    }

    @Test
    void readsABodyWithoutChunks() throws IOException {
        try (EventStream stream = EventStream.open(peer.base());
                Peer.Line line = peer.accept()) {
            line.readRequest();
            line.write(HEAD + "\r\n" + OPENING + "data: a\n\n").close();

            assertThat(stream.takeEvents(1)).hasSize(1);
            assertThat(stream.awaitClosed()).isEqualTo(End.FINISHED);
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(stream::next)
                    .withMessageStartingWith("No block any more, FINISHED");
        }
    }

    @Test
    void tellsOfBrokenFraming() throws IOException {
        try (EventStream stream = EventStream.open(peer.base());
                Peer.Line line = open()) {
            line.write("data: a\r\n");

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(stream::next)
                    .withMessageContaining("no chunk size: data: a");
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(stream::awaitClosed)
                    .withMessageContaining("no chunk size: data: a");
        }
    }

    @Test
    void tellsWhenTheConnectionEndsBeforeTheAnswer() throws IOException {
        try (EventStream stream = EventStream.open(peer.base())) {
            Peer.Line line = peer.accept();
            line.readRequest();
            line.write("HTTP/1.1 200 O").close();

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(stream::status)
                    .withMessageContaining("HTTP/1.1 200 O");
            assertThat(stream.awaitClosed()).isEqualTo(End.CUT);
        }
    }

    private Peer.Line open() throws IOException {
        return peer.accept().write(HEAD + "Transfer-Encoding: chunked\r\n\r\n");
    }

    private End endAfter(String chunk, String rest) throws IOException {
        try (EventStream stream = EventStream.open(peer.base())) {
            Peer.Line line = open().writeChunk(chunk).write(rest);
            stream.awaitOpen();
            line.readRequest();
            line.close();
            return stream.awaitClosed();
        }
    }
}
