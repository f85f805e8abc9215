package chat.earshot.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.earshot.RunningServer;
import chat.earshot.testing.Deadline;
import chat.earshot.testing.EventStream;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The HTTP request metrics: a stream would hold a timer open for as long as somebody listens. */
@SmallServerTest
class RequestMetricsTests {

    private final RunningServer server;
    private final MeterRegistry meters;

    RequestMetricsTests(RunningServer server, MeterRegistry meters) {
        this.server = server;
        this.meters = meters;
    }

    @Test
    void timeRequests() {
        server.get("/rooms");

        await().atMost(Deadline.GENEROUS).until(() -> uris().contains("/rooms"));
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
        server.listen(room).abort();
        server.get("/livez");

        await().atMost(Deadline.GENEROUS).until(() -> uris().contains("/livez"));
        assertThat(uris()).doesNotContain("/events");
    }

    private List<String> uris() {
        return meters.find("http.server.requests").meters().stream()
                .map(Meter::getId)
                .map(id -> id.getTag("uri"))
                .toList();
    }
}
