package chat.earshot.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RawHttpTests {

    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final Duration SHORT = Duration.ofMillis(50);

    private Peer peer;
    private RawHttp http;
    private Peer.Line line;

    @BeforeEach
    void connect() throws IOException {
        peer = new Peer();
        http = RawHttp.open(peer.host(), peer.port());
        line = peer.accept();
    }

    @AfterEach
    void disconnect() throws IOException {
        http.close();
        line.close();
        peer.close();
    }

    @Test
    void sendsTheBytesAsGiven() {
        http.send("GET /ü\n\r\n").send(new byte[] {0, -1});

        assertThat(line.wire().exactly(12, Deadline.generous()))
                .isEqualTo(new byte[] {'G', 'E', 'T', ' ', '/', -61, -68, '\n', '\r', '\n', 0, -1});
    }

    @Test
    void readsStatusAndHeaders() {
        line.write("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 5\r\nX: 1\r\nx:  2 \r\n\r\n");

        ResponseHead head = http.readHead();

        assertThat(head.statusLine()).isEqualTo("HTTP/1.1 429 Too Many Requests");
        assertThat(head.status()).isEqualTo(429);
        assertThat(head.header("retry-after")).contains("5");
        assertThat(head.header("Absent")).isEmpty();
        assertThat(head.headers().get("X")).isEqualTo(List.of("1", "2"));
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> head.header("X"));
    }

    @Test
    void refusesWhatIsNotHttp() {
        line.write("SSH-2.0-x\r\n\r\n");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(http::readHead)
                .withMessageContaining("SSH-2.0-x");
    }

    @Test
    void readsABodyByItsLength() {
        line.write(OK + "Content-Length: 4\r\n\r\n1234HTTP/1.1 204 No Content\r\n\r\n");

        http.readHead();
        assertThat(http.readBody()).asString(UTF_8).isEqualTo("1234");
        assertThat(http.readHead().status()).isEqualTo(204);
        assertThat(http.readBody()).isEmpty();
    }

    @Test
    void readsABodyToTheEndOfTheConnection() {
        line.write("HTTP/1.0 200 OK\r\n\r\nall of it").close();

        http.readHead();
        assertThat(http.readBody()).asString(UTF_8).isEqualTo("all of it");
    }

    @Test
    void failsAtTheDeadlineAndTellsWhatItHadRead() {
        line.write("HTTP/1.1 200 OK\r\nHalf: a li");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> http.within(SHORT).readHead())
                .withMessageContaining("27 bytes read so far: «HTTP/1.1 200 OK\\r\\nHalf: a li»");
    }

    @Test
    void hasOneDeadlineForAWholeRead() {
        Thread.ofVirtual().start(this::pour);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> http.within(Duration.ofMillis(250)).readToEnd())
                .withMessageContaining("before the deadline; ");
    }

    @Test
    void readsNothingAfterTheDeadline() {
        line.write("too late").close();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> http.within(Duration.ZERO).readToEnd());
    }

    @Test
    void tellsOnlyTheNewestOfMuchThatItHadRead() {
        line.write("x".repeat(100_000) + "the end").close();

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> http.readBytes(200_000))
                .withMessageContaining("100007 bytes read so far, the newest: «xxx")
                .withMessageContaining("xthe end»")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(2_200));
    }

    @Test
    void noticesTheEndOfTheConnection() {
        assertThat(http.ends(SHORT)).isFalse();
        line.write("last words").close();
        assertThat(http.ends(Deadline.GENEROUS)).isTrue();
    }

    @Test
    void noticesAReset() {
        line.wire().abort();
        assertThat(http.ends(Deadline.GENEROUS)).isTrue();
    }

    @Test
    void readsUntilATextHasCome() {
        line.write("one\ntwo\nid: ");

        assertThat(http.readUntil("\nid")).asString(UTF_8).isEqualTo("one\ntwo\nid: ");
    }

    @Test
    void readsUntilTheEndWhereTheTextDoesNotCome() {
        line.write("one").close();

        assertThat(http.readUntil("two")).asString(UTF_8).isEqualTo("one");
    }

    @Test
    void stillReadsAfterItHasFinished() {
        http.send("x").finish();

        assertThat(line.wire().toEnd(Deadline.generous())).hasSize(1);
        line.write("answer").close();
        assertThat(http.readToEnd()).asString(UTF_8).isEqualTo("answer");
    }

    @Test
    void abortsWithAReset() {
        http.abort();

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> line.wire().upTo(1, Deadline.generous()))
                .withCauseInstanceOf(SocketException.class);
    }

    @Test
    void closesWithoutAReset() {
        http.close();

        assertThat(line.wire().upTo(1, Deadline.generous())).isEmpty();
    }

    @Test
    void takesInLittleThatIsNotRead() throws IOException {
        try (RawHttp slow = RawHttp.open(peer.host(), peer.port(), 2_048)) {
            assertThat(slow.receiveBuffer()).isLessThan(8_192);
            assertThat(http.receiveBuffer()).isGreaterThan(8_192);
        }
    }

    /** Byte after byte, none of them late, for much longer than the read may take. */
    private void pour() {
        Deadline end = Deadline.after(Duration.ofSeconds(3));
        try (Peer.Line ours = line) {
            while (!end.isOver()) {
                ours.write("x");
            }
        } catch (UncheckedIOException e) {
            // The test is over and has closed the connection.
        }
    }
}
