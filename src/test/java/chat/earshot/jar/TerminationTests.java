package chat.earshot.jar;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.testing.ChatClient;
import chat.earshot.testing.Checker;
import chat.earshot.testing.Deadline;
import chat.earshot.testing.Descriptors;
import chat.earshot.testing.End;
import chat.earshot.testing.EventStream;
import chat.earshot.testing.History;
import chat.earshot.testing.RawHttp;
import chat.earshot.testing.SseBlock;
import chat.earshot.testing.StreamRequest;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * One SIGTERM for all of these: 2,000 streams are open, of which a tenth has stalled, POSTs come from many sides, and some
 * have not sent their body yet. Then the server is started again.
 */
@Tag("jar")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TerminationTests {

    private static final int STREAMS = Math.clamp(Descriptors.most() - 500, 100, 2_000);
    private static final int STALLED = STREAMS / 10;
    private static final int FOLLOWING = 50;
    private static final int QUIET = STREAMS - STALLED - FOLLOWING;

    private static final String STORM = "storm";
    private static final String LAST = "last-word";

    /** Far more than the socket buffers of a connection take: some 3 MB where both ends are on one machine. */
    private static final int LONG_EVENTS = 150;

    private static final int LONG_PAYLOAD = 60_000;

    private final JarServers jar = new JarServers();

    private final Crowd speaking = new Crowd();

    private final Crowd listening = new Crowd();

    private final History history = new History();
    private final Uptime uptime = new Uptime();
    private final Semaphore answered = new Semaphore(0);

    private List<RawHttp> stalled = List.of();
    private List<EventStream> quiet = List.of();
    private List<FollowingReader> following = List.of();
    private List<SlowPost> halfSent = List.of();

    private boolean refusedWhileAlive;
    private List<Integer> answers = List.of();
    private JarProcess.Exit exit = new JarProcess.Exit(-1, Duration.ZERO);

    @BeforeAll
    void terminateUnderLoadAndStartAgain() throws Exception {
        JarServer server = jar.start(jar.path("data"));
        try (ChatClient client = new ChatClient(server.address())) {
            openStreams(server, client);
            List<Speaker> speakers = times(
                    4, n -> new Speaker("speaker" + n, STORM, client, history, uptime, answer -> answered.release()));
            speakers.forEach(speaking::run);
            awaitAnswers(500);

            terminate(server);

            jar.startAgain(server);
            answered.drainPermits();
            uptime.up();
            awaitAnswers(100);
            speakers.forEach(Speaker::stop);
            speaking.await();
            sayLast(server);
            listening.await();
            history.inLog(RoomLog.read(client, STORM));
        }
    }

    @AfterAll
    void close() {
        speaking.close();
        listening.close();
        stalled.forEach(RawHttp::close);
        quiet.forEach(EventStream::close);
        halfSent.forEach(SlowPost::close);
        jar.close();
    }

    @Test
    void takesNoNewConnectionAfterTheSignal() {
        assertThat(refusedWhileAlive).isTrue();
    }

    /** A refusal is clean too: 408 where the body has been awaited for more than a second, 503 for a request that is late. */
    @Test
    void answersThePostsUnderWay() {
        assertThat(answers).hasSameSizeAs(halfSent).isSubsetOf(201, 408, 503);
    }

    @Test
    void endsEachStreamAfterItsLastChunk() {
        assertThat(quiet).extracting(EventStream::awaitClosed).containsOnly(End.FINISHED);
        assertThat(following).allSatisfy(reader -> assertThat(reader.ends()).containsExactly(End.FINISHED));
    }

    @Test
    void tellsEachReaderItsOwnTimeToComeBack() {
        List<SseBlock> farewells =
                quiet.stream().map(EventStream::drain).map(List::getLast).toList();
        assertThat(farewells)
                .allSatisfy(
                        block -> assertThat(block).isEqualTo(new SseBlock(null, null, null, block.retry(), List.of())));
        List<Integer> retries = farewells.stream().map(SseBlock::retry).toList();
        assertThat(retries).allSatisfy(retry -> assertThat(retry).isBetween(500, 5_500));
        assertThat(retries.stream().distinct().count()).isGreaterThan(QUIET / 2);
    }

    /** Or they were not stalled, and the other tests prove less than they say. */
    @Test
    void breaksOffTheStalled() {
        assertThat(new String(whatIsLeft(stalled.getFirst()), StandardCharsets.ISO_8859_1))
                .doesNotEndWith("0\r\n\r\n");
        assertThat(stalled).hasSize(STALLED);
    }

    @Test
    void isGoneWithinFiveSeconds() {
        assertThat(exit.after()).isLessThan(Duration.ofSeconds(5));
        assertThat(exit.code()).isIn(0, 143);
    }

    @Test
    void losesAndRepeatsNothingAcrossTheRestart() {
        assertThat(Checker.check(history)).isEmpty();
        assertThat(following).allSatisfy(reader -> assertThat(reader.gaps()).isEmpty());
    }

    private void openStreams(JarServer server, ChatClient client) {
        String payload = '"' + "x".repeat(LONG_PAYLOAD) + '"';
        times(LONG_EVENTS, n -> client.broadcast("filler", payload, "long"));
        stalled = times(STALLED, n -> stall(server));
        quiet = times(
                QUIET, n -> StreamRequest.to(server.address()).room("quiet").open());
        following = times(
                FOLLOWING,
                n -> new FollowingReader(
                        "reader " + n, StreamRequest.to(server.address()).room(STORM), LAST, history, uptime));
        following.forEach(listening::run);
        following.forEach(FollowingReader::awaitOpen);
        quiet.forEach(EventStream::awaitOpen);
    }

    private static RawHttp stall(JarServer server) {
        RawHttp http = RawHttp.open("localhost", server.port(), 2_048);
        http.send("GET /events?room=long&last=" + LONG_EVENTS + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        http.readHead();
        return http;
    }

    private void terminate(JarServer server) {
        halfSent = times(20, n -> post(server, "half-sent-" + n));
        uptime.down();
        server.process().terminate();
        quiet.getFirst().awaitClosed(); // so the server has seen the signal
        refusedWhileAlive = refusesConnections(server) && server.process().isAlive();
        quiet.forEach(EventStream::awaitClosed);
        halfSent.forEach(SlowPost::sendBody);
        answers = halfSent.stream().map(SlowPost::answer).toList();
        exit = server.process().awaitExit();
    }

    private SlowPost post(JarServer server, String text) {
        return new SlowPost(server.address(), STORM, text, history);
    }

    private static boolean refusesConnections(JarServer server) {
        try {
            RawHttp.open("localhost", server.port()).close();
            return false;
        } catch (UncheckedIOException refused) {
            return true;
        }
    }

    private static byte[] whatIsLeft(RawHttp stalled) {
        try {
            return stalled.readToEnd();
        } catch (UncheckedIOException reset) {
            return new byte[0];
        }
    }

    private void sayLast(JarServer server) {
        try (SlowPost last = post(server, LAST).sendBody()) {
            assertThat(last.answer()).isEqualTo(201);
        }
    }

    private void awaitAnswers(int count) throws InterruptedException {
        assertThat(answered.tryAcquire(count, Deadline.GENEROUS.toSeconds(), TimeUnit.SECONDS))
                .as(speaking::failures)
                .isTrue();
    }

    private static <T> List<T> times(int count, IntFunction<T> each) {
        return IntStream.range(0, count).mapToObj(each).toList();
    }
}
