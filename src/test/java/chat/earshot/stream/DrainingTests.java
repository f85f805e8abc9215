package chat.earshot.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chat.earshot.EarshotApplication;
import chat.earshot.Reply;
import chat.earshot.RunningServer;
import chat.earshot.TemporaryDataDirectory;
import chat.earshot.log.sqlite.FaultyConnections;
import chat.earshot.log.sqlite.FaultyDisk;
import chat.earshot.testing.Deadline;
import chat.earshot.testing.End;
import chat.earshot.testing.EventStream;
import chat.earshot.testing.SseBlock;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A server of the test's own that is shut down while people listen and speak. */
class DrainingTests {

    private static final int STREAMS = 5;
    private static final Duration PROMISED = Duration.ofSeconds(5);

    private final ConfigurableApplicationContext context = new SpringApplicationBuilder(
                    EarshotApplication.class, RunningServer.class, FaultyConnections.class)
            .initializers(new TemporaryDataDirectory())
            .run("--server.port=0");
    private final RunningServer server = context.getBean(RunningServer.class);
    private List<EventStream> streams = List.of();
    private CompletableFuture<Void> closing = CompletableFuture.completedFuture(null);

    @BeforeEach
    void listen() {
        streams = Stream.generate(() -> server.listen("lobby")).limit(STREAMS).toList();
    }

    @AfterEach
    void close() {
        closing.join();
        context.close();
        streams.forEach(EventStream::close);
    }

    @Test
    void endsEveryStreamAsHttpHasIt() {
        shutDown();

        assertThat(streams).extracting(EventStream::awaitClosed).containsOnly(End.FINISHED);
    }

    @Test
    void tellsEachWhenToComeBack() {
        shutDown();

        assertThat(streams)
                .extracting(stream -> last(stream).retry())
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    @Test
    void waitsForNoReaderThatHasStalled() {
        stall();
        long start = System.nanoTime();
        shutDown();
        closing.join();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PROMISED);
    }

    @Test
    void takesNoNewConnection() {
        EmitterRegistry registry = context.getBean(EmitterRegistry.class);
        stall();
        shutDown();
        awaitRefusal();

        assertThat(registry.isEmpty())
                .as("whether it came only after all had left")
                .isFalse();
    }

    @Test
    void sendsAStreamThatComesMeanwhileAway() {
        context.getBean(EmitterRegistry.class).drain();
        Reply reply = server.get("/events");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).matches("retry: [0-9]+\n\n");
    }

    @Test
    void answersAPostThatIsUnderWay() throws InterruptedException {
        FaultyDisk disk = context.getBean(FaultyDisk.class);
        disk.hang();
        CompletableFuture<Reply> post = CompletableFuture.supplyAsync(
                () -> server.post("/messages", "text/plain", "hello"), Thread::startVirtualThread);
        disk.awaitHanging();
        shutDown();
        disk.work();

        assertThat(post.join().status()).isEqualTo(201);
    }

    /** Returns once streams have ended. */
    private void shutDown() {
        closing = CompletableFuture.runAsync(context::close, Thread::startVirtualThread);
        streams.getLast().awaitClosed();
    }

    /** A thread that waits for connections holds the door for a moment longer: until it wakes, one may still get in. */
    private void awaitRefusal() {
        Deadline deadline = Deadline.generous();
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> {
            while (!deadline.isOver()) {
                server.connect().close();
            }
        });
    }

    /** Somebody stops reading while much is said. */
    private void stall() {
        EventStream stalled = server.events("big").receiveBuffer(2_048).open().awaitOpen();
        stalled.pause();
        streams = Stream.concat(Stream.of(stalled), streams.stream()).toList();
        server.sayMuch("big", 120);
    }

    private static SseBlock last(EventStream stream) {
        stream.awaitClosed();
        return stream.drain().getLast();
    }
}
