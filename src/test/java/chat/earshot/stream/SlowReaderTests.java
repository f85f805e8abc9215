package chat.earshot.stream;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.EarshotTest;
import chat.earshot.RunningServer;
import chat.earshot.event.Room;
import chat.earshot.testing.EventStream;
import chat.earshot.testing.RawHttp;
import chat.earshot.testing.SseBlock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Readers that stop reading: they delay nobody, cost no memory, and miss nothing once they read on. */
@EarshotTest
class SlowReaderTests {

    private static final int STALLED = 5;
    private static final int WRITERS = 8;
    private static final int MESSAGES = 2_000;

    /** Together far more than the kernel takes in for a reader that has stopped. */
    private static final int LARGE = 250;

    private static final int LARGE_BYTES = 60_000;

    private final RunningServer server;
    private final EmitterRegistry registry;
    private final String room;
    private List<EventStream> stalled = List.of();

    SlowReaderTests(RunningServer server, EmitterRegistry registry) {
        this.server = server;
        this.registry = registry;
        this.room = server.newRoom();
    }

    @BeforeEach
    void stall() {
        stalled = Stream.generate(() -> server.events(room).receiveBuffer(2_048).open())
                .limit(STALLED)
                .toList();
        stalled.forEach(EventStream::awaitOpen);
        stalled.forEach(EventStream::pause);
    }

    @AfterEach
    void close() {
        stalled.forEach(EventStream::abort);
    }

    @Test
    void delayNobody() {
        sayMuch();
        try (EventStream reader = server.listen(room)) {
            parallel(MESSAGES, () -> server.client().post("hello", "ann", room));

            assertThat(reader.takeEvents(MESSAGES)).hasSize(MESSAGES);
        }
        assertThat(registry.count(new Room(room))).isGreaterThanOrEqualTo(STALLED);
    }

    @Test
    void delayNobodyWhereTheyReadAByteAtATime() {
        List<RawHttp> sippers = Stream.generate(this::sipper).limit(STALLED).toList();
        try (Sips sips = Sips.of(sippers);
                EventStream reader = server.listen(room)) {
            sayMuch();

            assertThat(reader.takeEvents(LARGE)).hasSize(LARGE);
            assertThat(sips.taken()).isPositive();
        }
        assertThat(registry.count(new Room(room))).isGreaterThanOrEqualTo(2 * STALLED);
        sippers.forEach(RawHttp::abort);
    }

    @Test
    void costNoMemory() {
        sayMuch();
        long before = Footprint.usedHeap();
        sayMuch();

        assertThat(Footprint.usedHeap() - before).isLessThan((long) LARGE * LARGE_BYTES / 2);
    }

    @Test
    void missNothingOnceTheyReadOn() {
        sayMuch();
        EventStream reader = stalled.getFirst();
        reader.resume();

        List<SseBlock> heard = reader.takeEvents(LARGE);
        assertThat(heard).extracting(SseBlock::type).containsOnly("big");
        assertThat(heard.getLast().id()).endsWith("-" + LARGE);
    }

    private RawHttp sipper() {
        RawHttp http =
                RawHttp.open("localhost", server.port(), 2_048).send(server.request("GET", "/events?room=" + room));
        http.readHead();
        return http;
    }

    private void sayMuch() {
        String payload = "\"" + "x".repeat(LARGE_BYTES) + "\"";
        parallel(LARGE, () -> server.client().broadcast("big", payload, room));
    }

    private static void parallel(int count, Runnable work) {
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            for (int i = 0; i < count; i++) {
                threads.submit(work);
            }
        }
    }
}
