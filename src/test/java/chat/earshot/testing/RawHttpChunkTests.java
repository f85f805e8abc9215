package chat.earshot.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RawHttpChunkTests {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
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
    void readsOneChunkedBodyAfterTheOther() {
        line.write(HEAD).writeChunk("hello ").writeChunk("wörld").write("0\r\n\r\n");
        line.write(HEAD).writeChunk("again").write("0\r\n\r\n");

        http.readHead();
        assertThat(http.readBody()).asString(UTF_8).isEqualTo("hello wörld");
        http.readHead();
        assertThat(http.readBody()).asString(UTF_8).isEqualTo("again");
    }

    @Test
    void readsEachChunkApart() {
        line.write(HEAD)
                .write("5;a=b\r\nhello\r\n")
                .write("00A\r\n0123456789\r\n")
                .write("0\r\n\r\n");

        http.readHead();
        Chunk first = http.readChunk();
        assertThat(first.sizeLine()).isEqualTo("5;a=b");
        assertThat(first.text()).isEqualTo("hello");
        assertThat(http.readChunk().text()).isEqualTo("0123456789");
        assertThat(http.readChunk().isLast()).isTrue();
        assertThat(http.crlfArrives(Deadline.GENEROUS)).isTrue();
    }

    @Test
    void tellsAChunkFromTheCrlfThatClosesIt() {
        line.write(HEAD).write("5\r\nhello");

        http.readHead();
        assertThat(http.readChunk().text()).isEqualTo("hello");
        assertThat(http.crlfArrives(SHORT)).isFalse();
        line.write("\r\n");
        assertThat(http.crlfArrives(Deadline.GENEROUS)).isTrue();
        line.write("4\r\nmore\r");
        assertThat(http.readChunk().text()).isEqualTo("more");
        assertThat(http.crlfArrives(SHORT)).isFalse();
        line.write("\n");
        assertThat(http.crlfArrives(Deadline.GENEROUS)).isTrue();
    }

    @Test
    void refusesAChunkThatIsLongerThanItsSize() {
        line.write(HEAD).write("4\r\nhello\r\n");

        http.readHead();
        http.readChunk();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> http.crlfArrives(Deadline.GENEROUS))
                .withMessageContaining("CRLF");
    }

    @Test
    void refusesAChunkSizeThatIsNone() {
        line.write(HEAD).write("data: x\r\n");

        http.readHead();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(http::readChunk)
                .withMessageContaining("no chunk size: data: x");
    }
}
