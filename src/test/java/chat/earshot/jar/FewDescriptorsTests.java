package chat.earshot.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.earshot.testing.ChatClient;
import chat.earshot.testing.Deadline;
import chat.earshot.testing.Entry;
import chat.earshot.testing.EventStream;
import chat.earshot.testing.RawHttp;
import chat.earshot.testing.SseBlock;
import chat.earshot.testing.StreamRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A process with few descriptors, and more connections than it has of them: half of a crowd wants streams, half says nothing. */
@Tag("jar")
class FewDescriptorsTests {

    private static final int DESCRIPTORS = 300;
    private static final int STREAMS = (DESCRIPTORS - 64) / 2; // half of the connections that those are enough for
    private static final int CROWD = 200;
    private static final int HEARTBEATS = 4;

    @AutoClose
    private final JarServers jar = new JarServers();

    private final JarServer server =
            jar.startWithDescriptors(DESCRIPTORS, jar.path("data"), "--earshot.stream.heartbeat=500ms");
    private final List<RawHttp> crowd = new ArrayList<>();
    private final List<String> said = new ArrayList<>();

    @AfterEach
    void leave() {
        crowd.forEach(RawHttp::close);
    }

    @Test
    void servesWhoIsInsideAndWhoComesWhileACrowdHoldsTheRest() {
        try (EventStream reader = listen("lobby");
                EventStream quiet = listen("quiet");
                RawHttp speaker = connect()) {
            server.process().awaitLine("There is room for " + STREAMS + " streams");
            List<Integer> answers = comeToListen(speaker);
            assertThat(answers).containsOnly(200, 503).contains(503);
            assertThat(answers.stream().filter(status -> status == 200)).hasSize(STREAMS - 2);
            comeAndSayNothing(speaker);

            assertAlive(speaker);
            assertCalm(quiet, speaker);
            leave();
            assertAlive(speaker);
            await().atMost(Deadline.GENEROUS).until(() -> comeToListen() == 200);
            speak(speaker);
            assertThat(heard(reader)).isEqualTo(said);
        }
        assertThat(kept()).isEqualTo(said);
    }

    /** The statuses they are answered. */
    private List<Integer> comeToListen(RawHttp speaker) {
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            answers.add(comeToListen());
            speakNowAndThen(i, speaker);
        }
        return answers;
    }

    private int comeToListen() {
        RawHttp http = connect().send("GET /events?room=crowd HTTP/1.1\r\nHost: localhost\r\n\r\n");
        crowd.add(http);
        return http.readHead().status();
    }

    private void comeAndSayNothing(RawHttp speaker) {
        for (int i = 0; i < CROWD; i++) {
            crowd.add(connect());
            speakNowAndThen(i, speaker);
        }
    }

    private void speakNowAndThen(int number, RawHttp speaker) {
        if (number % 10 == 0) {
            speak(speaker);
        }
    }

    private void speak(RawHttp speaker) {
        speaker.send(
                "POST /messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nhi");
        assertThat(speaker.readHead().status()).isEqualTo(201);
        said.add(JsonMapper.shared().readTree(speaker.readBody()).path("id").stringValue());
    }

    /** Somebody new gets in, and who is in speaks on meanwhile. */
    private void assertAlive(RawHttp speaker) {
        CompletableFuture<Integer> late = CompletableFuture.supplyAsync(this::askWhetherItLives);
        while (!late.isDone()) {
            speak(speaker);
        }
        assertThat(late.join()).isEqualTo(200);
    }

    private int askWhetherItLives() {
        try (RawHttp http = connect().send("GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
            return http.readHead().status();
        }
    }

    /** It has nothing to do but some heartbeats and POSTs, and no more to say. */
    private void assertCalm(EventStream quiet, RawHttp speaker) {
        quiet.drain();
        List<String> before = server.process().said();
        Duration busy = server.process().busy();
        long start = System.nanoTime();
        for (int i = 0; i < HEARTBEATS; i++) {
            assertThat(quiet.next().isHeartbeat()).isTrue();
            speak(speaker);
        }

        Duration passed = Duration.ofNanos(System.nanoTime() - start);
        assertThat(server.process().busy().minus(busy)).isLessThan(passed.dividedBy(2));
        assertThat(before).hasSizeLessThan(6);
        assertThat(server.process().said()).isEqualTo(before);
    }

    private EventStream listen(String room) {
        return StreamRequest.to(server.address()).room(room).open().awaitOpen();
    }

    private List<String> heard(EventStream reader) {
        return Stream.generate(reader::nextEvent)
                .map(SseBlock::id)
                .limit(said.size())
                .toList();
    }

    private List<String> kept() {
        try (ChatClient client = new ChatClient(server.address())) {
            return RoomLog.read(client, "lobby").stream().map(Entry::id).toList();
        }
    }

    private RawHttp connect() {
        return RawHttp.open("localhost", server.port());
    }
}
