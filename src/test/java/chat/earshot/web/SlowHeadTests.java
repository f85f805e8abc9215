package chat.earshot.web;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.EarshotTest;
import chat.earshot.RunningServer;
import chat.earshot.testing.Deadline;
import chat.earshot.testing.RawHttp;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Connections that say nothing, or a header line now and then: they are closed, and nobody else notices them. */
@EarshotTest(properties = {"earshot.web.idle-timeout=1s", "earshot.stream.heartbeat=300ms"})
class SlowHeadTests {

    private static final int CROWD = 500;

    private final RunningServer server;

    SlowHeadTests(RunningServer server) {
        this.server = server;
    }

    @Test
    void isGivenUpWhereItTrickles() throws InterruptedException {
        try (RawHttp http = server.connect()) {
            http.send("GET /messages HTTP/1.1\r\nHost: localhost\r\n");

            assertThat(trickle(http, 40)).isLessThan(40);
        }
    }

    @Test
    void isTakenWhereItComesInTime() throws InterruptedException {
        try (RawHttp http = server.connect()) {
            http.send("GET /messages HTTP/1.1\r\nHost: localhost\r\n");
            trickle(http, 3);
            http.send("\r\n");

            assertThat(http.readHead().status()).isEqualTo(200);
        }
    }

    @Test
    void countsFromTheBeginningOfEachHead() throws InterruptedException {
        try (RawHttp http = server.connect()) {
            for (int i = 0; i < 6; i++) {
                TimeUnit.MILLISECONDS.sleep(300);
                String head = server.request("GET", "/livez");
                http.send(head.substring(0, 10));
                TimeUnit.MILLISECONDS.sleep(100);
                http.send(head.substring(10));
                assertThat(http.readHead().status()).isEqualTo(200);
                http.readBody();
            }
        }
    }

    @Test
    void keepsNobodyElseWaiting() {
        List<RawHttp> silent = Stream.generate(server::connect).limit(CROWD).toList();

        assertThat(server.get("/readyz").status()).isEqualTo(200);
        assertThat(server.say(server.newRoom(), 1)).hasSize(1);
        assertThat(silent).allMatch(http -> http.ends(Deadline.GENEROUS));
        silent.forEach(RawHttp::close);
    }

    /** How many lines could be sent. */
    private static int trickle(RawHttp http, int lines) throws InterruptedException {
        for (int sent = 0; sent < lines; sent++) {
            try {
                http.send("X-Line: x\r\n");
            } catch (RuntimeException broken) {
                return sent;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return lines;
    }
}
