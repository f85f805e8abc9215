package chat.earshot.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.earshot.Bystander;
import chat.earshot.EarshotTest;
import chat.earshot.Reply;
import chat.earshot.RunningServer;
import chat.earshot.testing.Deadline;
import chat.earshot.testing.Descriptors;
import chat.earshot.testing.Drip;
import chat.earshot.testing.EventStream;
import chat.earshot.testing.RawHttp;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections that say nothing, or a header line now and then: they are closed, and nobody else notices them. */
@EarshotTest(properties = {"earshot.web.idle-timeout=2500ms", "earshot.stream.heartbeat=300ms"})
class SlowHeadTests {

    private static final int CROWD = 500;

    /** Descriptors that have nothing to do with the crowd, such as the connections that clients keep. */
    private static final long OTHERS = 50;

    private static final String LINE = "X-Line: x\r\n";
    private static final Duration LONG = Duration.ofMillis(750); // as 9 s are to the 30 s of the default
    private static final Duration SHORT = Duration.ofMillis(250);

    private final RunningServer server;
    private final Bystander bystander;

    SlowHeadTests(RunningServer server) {
        this.server = server;
        this.bystander = new Bystander(server);
    }

    @AfterEach
    void leave() {
        bystander.close();
    }

    @Test
    void isGivenUpWhereItTrickles() {
        try (RawHttp http = begun();
                Drip lines = Drip.of(LINE, LONG, http)) {
            assertThat(http.ends(Deadline.GENEROUS)).isTrue();
        }
    }

    @Test
    void isGivenUpWhereOnlyEmptyLinesCome() {
        try (RawHttp http = server.connect();
                Drip lines = Drip.of("\r\n", LONG, http)) {
            assertThat(http.ends(Deadline.GENEROUS)).isTrue();
        }
    }

    @Test
    void isTakenWhereItComesInTime() throws InterruptedException {
        try (RawHttp http = begun()) {
            trickle(http, 3);

            assertAnswered(http.send("\r\n"));
        }
    }

    @Test
    void countsFromTheBeginningOfEachHead() throws InterruptedException {
        try (RawHttp http = server.connect()) {
            for (int i = 0; i < 4; i++) {
                http.send("GET /livez HTTP/1.1\r\nHost: localhost\r\n");
                trickle(http, 3);
                assertAnswered(http.send("\r\n"));
            }
        }
    }

    /** A head that came with the end of the one before it has a time of its own. */
    @Test
    void countsFromTheBeginningOfAHeadThatCameEarly() throws InterruptedException {
        try (RawHttp http = begun()) {
            trickle(http, 6);
            http.send("\r\nGET /livez HTTP/1.1\r\nHost: localhost\r\n");
            trickle(http, 6);
            http.send("\r\n");

            assertAnswered(http);
            assertAnswered(http);
        }
    }

    @Test
    void keepsNobodyElseWaitingWhereNothingComes() {
        assertHarmless(List.of());
    }

    @Test
    void keepsNobodyElseWaitingWhereItTrickles() {
        assertHarmless(List.of("GET /messages HTTP/1.1\r\nHost: localhost\r\n"));
    }

    /** Of a crowd that has sent no more than this and a line now and then. */
    private void assertHarmless(List<String> begun) {
        long before = Descriptors.open();
        List<RawHttp> crowd = Stream.generate(server::connect).limit(CROWD).toList();
        crowd.forEach(each -> begun.forEach(each::send));
        try (Drip lines = Drip.of(begun.isEmpty() ? "" : LINE, LONG, crowd);
                EventStream another = server.listen(bystander.room())) {
            assertThat(server.get("/readyz").status()).isEqualTo(200);
            assertThat(server.get("/messages").status()).isEqualTo(200);
            Reply said = bystander.assertNothingHappened();
            assertThat(another.nextEvent().id()).isEqualTo(said.text("id"));
            assertThat(crowd.stream().allMatch(http -> http.ends(Deadline.GENEROUS)))
                    .isTrue();
        }
        crowd.forEach(RawHttp::close);
        await().atMost(Deadline.GENEROUS).until(() -> Descriptors.open() < before + OTHERS);
    }

    private RawHttp begun() {
        return server.connect().send("GET /messages HTTP/1.1\r\nHost: localhost\r\n");
    }

    private static void trickle(RawHttp http, int lines) throws InterruptedException {
        try (Drip drip = Drip.of(LINE, SHORT, http)) {
            drip.await(lines);
        }
    }

    private static void assertAnswered(RawHttp http) {
        assertThat(http.readHead().status()).isEqualTo(200);
        http.readBody();
    }
}
