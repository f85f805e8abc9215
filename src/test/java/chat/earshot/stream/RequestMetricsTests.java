package chat.earshot.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.earshot.RunningServer;
import chat.earshot.event.Room;
import chat.earshot.testing.Deadline;
import chat.earshot.testing.EventStream;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.junit.jupiter.api.Test;

/** The HTTP request metrics: a stream would hold a timer open for as long as somebody listens. */
@SmallServerTest
class RequestMetricsTests {

    private final RunningServer server;
    private final EmitterRegistry registry;
    private final MeterRegistry meters;

    RequestMetricsTests(RunningServer server, EmitterRegistry registry, MeterRegistry meters) {
        this.server = server;
        this.registry = registry;
        this.meters = meters;
    }

    @Test
    void timeRequests() {
        server.get("/rooms");

        await().atMost(Deadline.GENEROUS).until(() -> count("/rooms") > 0);
    }

    @Test
    void leaveOutAStreamThatIsOpen() {
        try (EventStream stream = server.listen(server.newRoom())) {
            assertThat(meters.find("http.server.requests.active").longTaskTimers())
                    .allMatch(timer -> timer.activeTasks() == 0);
        }
    }

    @Test
    void leaveOutAStreamThatHasEnded() {
        String room = server.newRoom();
        try (EventStream stream = server.listen(room)) {
            registry.forEach(subscriber -> {
                if (subscriber.room().equals(new Room(room))) {
                    subscriber.end(State.DRAINING);
                }
            });
            stream.awaitClosed();
        }
        long before = count("/livez");
        server.get("/livez");

        await().atMost(Deadline.GENEROUS).until(() -> count("/livez") > before);
        assertThat(count("/events")).isZero();
    }

    /** How often requests to it were timed. */
    private long count(String uri) {
        return meters.find("http.server.requests").tag("uri", uri).timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }
}
