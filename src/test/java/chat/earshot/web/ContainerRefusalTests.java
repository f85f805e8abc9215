package chat.earshot.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.Bystander;
import chat.earshot.EarshotTest;
import chat.earshot.Reply;
import chat.earshot.RunningServer;
import chat.earshot.testing.RawHttp;
import chat.earshot.testing.ResponseHead;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the HTTP container refuses before it is a request of ours: it says little, closes, and stores nothing. */
@EarshotTest
@ExtendWith(OutputCaptureExtension.class)
class ContainerRefusalTests {

    private static final String POST =
            "POST /messages?room=ROOM HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n";

    /** What is wrong, the answer, and the request. ROOM stands for the test's own. */
    static final Object[][] REQUESTS = {
        {"no HTTP", 400, "hello\r\n\r\n"},
        {"no version", 505, "GET /messages\r\n\r\n"},
        {"an unknown version", 505, "GET /messages HTTP/7.3\r\nHost: localhost\r\n\r\n"},
        {"a method of 10 KB", 431, "X".repeat(10_000) + " /messages HTTP/1.1\r\nHost: localhost\r\n\r\n"},
        {"a URI of 64 KB", 414, "GET /messages?room=" + "x".repeat(65_536) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"},
        {"a header of 9 KB", 431, POST + "X-Long: " + "x".repeat(9_000) + "\r\nContent-Length: 1\r\n\r\nx"},
        {
            "a cursor of 9 KB",
            431,
            "GET /events HTTP/1.1\r\nHost: localhost\r\nLast-Event-ID: " + "x".repeat(9_000) + "\r\n\r\n"
        },
        {"NUL in a header", 400, POST + "X-Odd: a\0b\r\nContent-Length: 1\r\n\r\nx"},
        {"NUL in a cursor", 400, "GET /events HTTP/1.1\r\nHost: localhost\r\nLast-Event-ID: a\0b\r\n\r\n"},
        {"LF in a header", 400, POST + "X-Odd: a\nb\r\nContent-Length: 1\r\n\r\nx"},
        {"300 headers", 431, POST + "X-Header-Number: one of many\r\n".repeat(300) + "Content-Length: 1\r\n\r\nx"},
        {"CR in a header", 400, POST + "X-Odd: a\rb\r\nContent-Length: 1\r\n\r\nx"},
        {"a header without a name", 400, POST + ": x\r\nContent-Length: 1\r\n\r\nx"},
        {"a space before the colon", 400, POST + "X-Odd : x\r\nContent-Length: 1\r\n\r\nx"},
        {"a folded header", 400, POST + "X-Odd: a\r\n b\r\nContent-Length: 1\r\n\r\nx"},
        {"no host", 400, "POST /messages?room=ROOM HTTP/1.1\r\nContent-Type: text/plain\r\nContent-Length: 1\r\n\r\nx"},
        {"two hosts", 400, POST + "Host: other\r\nContent-Length: 1\r\n\r\nx"},
        {"a host that is no address", 400, "GET / HTTP/1.1\r\nHost: [::1\r\n\r\n"},
        {"a host with a space", 400, "GET / HTTP/1.1\r\nHost: a b\r\n\r\n"},
        {"a port that is none", 400, "GET / HTTP/1.1\r\nHost: localhost:x\r\n\r\n"},
        {"a length and chunks", 400, POST + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n"
        },
        {"two lengths", 400, POST + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nxx"},
        {"a negative length", 400, POST + "Content-Length: -1\r\n\r\nx"},
        {"a length that is no number", 400, POST + "Content-Length: 0x1\r\n\r\nx"},
        {"an unknown transfer encoding", 400, POST + "Transfer-Encoding: x\r\n\r\nx"},
        {"a chunk size that is no number", 400, POST + "Transfer-Encoding: chunked\r\n\r\nxyz\r\nx\r\n0\r\n\r\n"},
        {"a chunk size too large", 400, POST + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff1\r\nx\r\n0\r\n\r\n"},
        {"a chunk size with a sign", 400, POST + "Transfer-Encoding: chunked\r\n\r\n-1\r\nx\r\n0\r\n\r\n"},
        {"chunks twice", 400, POST + "Transfer-Encoding: chunked, chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n"},
        {"chunks before another encoding", 400, POST + "Transfer-Encoding: chunked, gzip\r\n\r\n1\r\nx\r\n0\r\n\r\n"},
        {"a length with a sign", 400, POST + "Content-Length: +1\r\n\r\nx"},
        {"a chunk longer than its size", 400, POST + "Transfer-Encoding: chunked\r\n\r\n1\r\nxx\r\n0\r\n\r\n"},
    };

    private final RunningServer server;
    private final Bystander bystander;

    ContainerRefusalTests(RunningServer server) {
        this.server = server;
        this.bystander = new Bystander(server);
    }

    @AfterEach
    void leave() {
        bystander.close();
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("REQUESTS")
    void refusesInFewWordsAndCloses(String what, int status, String request) {
        try (RawHttp http = server.connect().send(request.replace("ROOM", bystander.room()))) {
            ResponseHead head = http.readHead();
            assertThat(head.status()).isEqualTo(status);
            assertThat(head.headers()).doesNotContainKeys("Server", "X-Powered-By");
            assertThat(new String(http.readBody(), UTF_8))
                    .doesNotContainIgnoringCase("jetty", "exception", "\tat ", "<html");
            assertThat(http.ends(Duration.ofSeconds(5))).isTrue();
        }
    }

    @Test
    void writesNothingOfItIntoTheLog(CapturedOutput log) {
        for (Object[] each : REQUESTS) {
            try (RawHttp http = server.connect().send(((String) each[2]).replace("ROOM", bystander.room()))) {
                http.readHead();
            }
        }

        assertThat(log).doesNotContain("WARN", "ERROR");
    }

    /** What counts is how long they are together; see the 300. */
    @Test
    void takesAHundredAndOneShortHeaders() {
        String[] headers =
                IntStream.range(0, 99).mapToObj(number -> "X-" + number + ": x").toArray(String[]::new);

        Reply reply = server.post("/messages?room=" + bystander.room(), "text/plain", "x", headers);

        assertThat(reply.status()).isEqualTo(201);
        bystander.assertHeard(List.of(reply.text("id")));
    }
}
