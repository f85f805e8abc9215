package chat.earshot.jar;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.testing.ChatClient;
import chat.earshot.testing.ChatClient.Answer;
import chat.earshot.testing.Checker;
import chat.earshot.testing.Entry;
import chat.earshot.testing.History;
import chat.earshot.testing.StreamRequest;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The process dies in the midst of a storm and comes back on the same files. {@code -Dearshot.rounds} says how often. */
@Tag("jar")
class KillTests {

    private static final int ROUNDS = Integer.getInteger("earshot.rounds", 3);
    private static final int SPEAKERS = 8;
    private static final int READERS = 6;
    private static final String ROOM = "storm";
    private static final String LAST = "last-word";

    @AutoClose
    private final JarServers jar = new JarServers();

    @AutoClose
    private final Crowd speaking = new Crowd();

    @AutoClose
    private final Crowd listening = new Crowd();

    private final History history = new History();
    private final Uptime uptime = new Uptime();
    private final AtomicInteger answersToTheKill = new AtomicInteger();
    private final Semaphore answers = new Semaphore(0);
    private volatile JarServer server;

    @Test
    void keepsWhatItHasAcknowledgedThroughKills() throws InterruptedException {
        server = jar.start(jar.path("data"));
        try (ChatClient client = new ChatClient(server.address())) {
            List<FollowingReader> readers = readers(server);
            readers.forEach(listening::run);
            readers.forEach(FollowingReader::awaitOpen);
            List<Speaker> speakers = speakers(client);
            answersToTheKill.set(anyNumber());
            speakers.forEach(speaking::run);
            for (int round = 0; round < ROUNDS; round++) {
                server.process().awaitExit();
                server = jar.startAgain(server);
                answersToTheKill.set(round < ROUNDS - 1 ? anyNumber() : Integer.MAX_VALUE);
                answers.drainPermits();
                uptime.up();
            }
            awaitAnswers(200);
            speakers.forEach(Speaker::stop);
            speaking.await();
            say(client, LAST);
            listening.await();

            List<Entry> log = RoomLog.read(client, ROOM);
            history.inLog(log);
            System.out.printf("%d kills: %s%n", ROUNDS, history);
            assertThat(Checker.check(history)).isEmpty();
            assertThat(readers).allSatisfy(reader -> assertThat(reader.gaps()).isEmpty());
            assertThat(readers).allSatisfy(reader -> assertThat(reader.ends()).hasSize(ROUNDS));
            assertThat(log)
                    .extracting(entry -> RoomLog.epochOf(entry.id()))
                    .containsOnly(RoomLog.epochOf(log.getFirst().id()));
        }
    }

    /** Kills it the moment an answer is there: what was answered too early is not yet on disk. */
    private void hear(Answer answer) {
        if (answersToTheKill.decrementAndGet() == 0) {
            uptime.down();
            server.process().kill9();
        }
        answers.release();
    }

    private static int anyNumber() {
        return ThreadLocalRandom.current().nextInt(100, 1_000);
    }

    private List<FollowingReader> readers(JarServer server) {
        return IntStream.range(0, READERS)
                .mapToObj(n -> new FollowingReader(
                        "reader " + n, StreamRequest.to(server.address()).room(ROOM), LAST, history, uptime))
                .toList();
    }

    private List<Speaker> speakers(ChatClient client) {
        return IntStream.range(0, SPEAKERS)
                .mapToObj(n -> new Speaker("speaker" + n, ROOM, client, history, uptime, this::hear))
                .toList();
    }

    private void say(ChatClient client, String text) {
        history.sent(text, ROOM, text, System.nanoTime());
        history.acknowledged(text, client.postWithKey(text, text, ROOM).id(), System.nanoTime());
    }

    private void awaitAnswers(int count) throws InterruptedException {
        assertThat(answers.tryAcquire(count, 20, TimeUnit.SECONDS))
                .as(speaking::failures)
                .isTrue();
    }
}
