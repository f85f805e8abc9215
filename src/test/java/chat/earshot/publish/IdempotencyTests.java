package chat.earshot.publish;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.EarshotTest;
import chat.earshot.Reply;
import chat.earshot.RunningServer;
import chat.earshot.testing.EventStream;
import chat.earshot.testing.RawHttp;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One key and one content in a room is one event. */
@EarshotTest
class IdempotencyTests {

    private static final String KEY = "Idempotency-Key: key-1";
    private static final String JSON = "application/json";
    private static final int AT_ONCE = 24;

    private final RunningServer server;
    private final String room;

    IdempotencyTests(RunningServer server) {
        this.server = server;
        this.room = server.newRoom();
    }

    @Test
    void answersARepeatWithTheFirstEvent() {
        Reply first = say(room, "hello", KEY);
        Reply again = say(room, "hello", KEY);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void deliversARepeatOnce() {
        try (EventStream stream = server.listen(room)) {
            say(room, "hello", KEY);
            say(room, "hello", KEY);
            String next = say(room, "next").text("id");

            assertThat(next).endsWith("-2");
            assertThat(stream.takeEvents(2).getLast().id()).isEqualTo(next);
        }
    }

    @Test
    void storesOnceWhatIsSentAgainAfterTheLineWasCutBeforeTheAnswer() {
        try (EventStream stream = server.listen(room)) {
            RawHttp cut =
                    server.ask("POST", "/messages?room=" + room, "Content-Type: text/plain", "Content-Length: 5", KEY);
            cut.send("hello");
            String id = stream.nextEvent().id();
            cut.abort();
            Reply again = say(room, "hello", KEY);

            assertThat(again.status()).isEqualTo(200);
            assertThat(again.text("id")).isEqualTo(id);
        }
    }

    @Test
    void takesTheSameWordsInAnotherShapeForARepeat() {
        say(room, "hello", KEY);

        assertThat(server.post("/messages?room=" + room, JSON, "{ \"text\" : \"h\\u0065llo\" }", KEY)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"text\":\"other\"}", "{\"text\":\"hello\",\"author\":\"bob\"}"})
    void refusesTheKeyForOtherContent(String other) {
        say(room, "hello", KEY);
        Reply refused = server.post("/messages?room=" + room, JSON, other, KEY);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("idempotency-key-reused");
        assertThat(say(room, "next").text("id")).endsWith("-2");
    }

    @Test
    void keepsTheKeyOfARefusedMessageFree() {
        server.post("/messages?room=" + room, JSON, "{\"text\":\"\"}", KEY);

        assertThat(say(room, "hello", KEY).status()).isEqualTo(201);
    }

    @Test
    void keepsTheKeysOfEachRoomApart() {
        say(room, "hello", KEY);

        assertThat(say(server.newRoom(), "hello", KEY).status()).isEqualTo(201);
    }

    @Test
    void takesTheLongestKey() {
        String longest = "Idempotency-Key: " + "~".repeat(128);
        say(room, "hello", longest);

        assertThat(say(room, "hello", longest).status()).isEqualTo(200);
    }

    @Test
    void answersARepeatedBroadcastWithTheFirstId() {
        Reply first = broadcast("{\"price\": 1}");
        Reply again = broadcast("{\"price\":1}");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(say(room, "next").text("id")).endsWith("-2");
    }

    @Test
    void refusesTheKeyForAnotherPayload() {
        broadcast("1");

        assertThat(broadcast("2").status()).isEqualTo(409);
    }

    @Test
    void refusesTheKeyOfAMessageForAnEvent() {
        say(room, "hello", KEY);

        assertThat(broadcast("1").status()).isEqualTo(409);
    }

    @Test
    void storesOneOfManyAttemptsAtOnce() throws Exception {
        List<Reply> replies = atOnce(() -> say(room, "hello", KEY));

        assertThat(replies)
                .extracting(reply -> reply.text("id"))
                .containsOnly(replies.getFirst().text("id"));
        assertThat(replies).extracting(Reply::status).containsOnlyOnce(201);
        assertThat(say(room, "next").text("id")).endsWith("-2");
    }

    private static List<Reply> atOnce(Callable<Reply> attempt) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads
                    .invokeAll(Stream.generate(() -> attempt).limit(AT_ONCE).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    private Reply say(String where, String text, String... headers) {
        return server.post("/messages?room=" + where, "text/plain", text, headers);
    }

    private Reply broadcast(String payload) {
        String body = "{\"room\":\"" + room + "\",\"event\":\"stockUpdate\",\"payload\":" + payload + "}";
        return server.post("/broadcast", JSON, body, KEY);
    }
}
