package chat.earshot.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.earshot.EarshotTest;
import chat.earshot.Reply;
import chat.earshot.RunningServer;
import chat.earshot.testing.Deadline;
import chat.earshot.testing.EventStream;
import chat.earshot.testing.RawHttp;
import chat.earshot.testing.SseBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.jetty.JettyWebServer;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** More connections than there may be. */
@EarshotTest(
        properties = {
            "earshot.limits.connections=" + ConnectionLimitTests.LIMIT,
            "earshot.limits.streams=0",
            "earshot.stream.heartbeat=300ms"
        })
@ExtendWith(OutputCaptureExtension.class)
class ConnectionLimitTests {

    static final int LIMIT = 40;
    private static final int CROWD = LIMIT + LIMIT / 2;

    private final RunningServer server;
    private final ServletWebServerApplicationContext context;
    private final String room;
    private final List<RawHttp> crowd = new ArrayList<>();

    ConnectionLimitTests(RunningServer server, ServletWebServerApplicationContext context) {
        this.server = server;
        this.context = context;
        this.room = server.newRoom();
        server.listen(room)
                .close(); // so that the server's first stream, which takes long, is not among those that follow
    }

    @AfterEach
    void leave() {
        crowd.forEach(RawHttp::abort);
        await().atMost(Deadline.GENEROUS).until(() -> connections() == 0);
    }

    @Test
    void areNoticedByNobodyWhereTheyOnlyHoldTheirLines(CapturedOutput output) {
        List<String> said = new ArrayList<>();
        try (EventStream stream = server.listen(room);
                RawHttp speaker = server.connect()) {
            come("");
            CompletableFuture<Reply> late = CompletableFuture.supplyAsync(() -> server.get("/livez"));
            do {
                said.add(speak(speaker));
            } while (!late.isDone());

            assertThat(late.join().status()).isEqualTo(200);
            assertThat(stream.takeEvents(said.size())).extracting(SseBlock::id).isEqualTo(said);
        }
        assertThat(output.toString().split("Nearly as many connections", -1)).hasSize(2);
    }

    @Test
    void areNoticedByNobodyWhereTheyBeginToAsk() {
        come("GET /messages HTTP/1.1\r\n");

        assertThat(server.get("/livez").status()).isEqualTo(200);
    }

    @Test
    void areClosedLongBeforeTheyWouldBeForTheirSilence() {
        come("");

        assertThat(crowd.stream().limit(CROWD - LIMIT).allMatch(each -> each.ends(Deadline.GENEROUS)))
                .isTrue();
    }

    @Test
    void waitWhereEachOfTheOthersListens() {
        List<EventStream> streams =
                Stream.generate(() -> server.events(room).open()).limit(LIMIT).toList();
        try (RawHttp late = server.connect()) {
            streams.forEach(EventStream::awaitOpen);
            await().atMost(Deadline.GENEROUS).until(() -> connections() == LIMIT);
            late.send(server.request("GET", "/livez"));
            streams.forEach(EventStream::drain);
            streams.forEach(EventStream::next); // a heartbeat, so some time has passed
            assertThat(connections()).isEqualTo(LIMIT);

            streams.forEach(EventStream::abort);
            assertThat(late.readHead().status()).isEqualTo(200);
        } finally {
            streams.forEach(EventStream::abort);
        }
    }

    private int connections() {
        return ((JettyWebServer) context.getWebServer())
                .getServer()
                .getConnectors()[0]
                .getConnectedEndPoints()
                .size();
    }

    /** Gives the id. */
    private String speak(RawHttp http) {
        http.send(server.request("POST", "/messages?room=" + room, "Content-Type: text/plain", "Content-Length: 5")
                + "hello");
        Reply reply = Reply.read(http);
        assertThat(reply.status()).isEqualTo(201);
        return reply.text("id");
    }

    /** They are all there, and have sent no more than this. */
    private void come(String begun) {
        for (int i = 0; i < CROWD; i++) {
            crowd.add(server.connect().send(begun));
        }
    }
}
