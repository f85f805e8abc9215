package chat.earshot.stream;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.EarshotTest;
import chat.earshot.RunningServer;
import chat.earshot.testing.EventStream;
import chat.earshot.testing.SseBlock;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A fifth more than the server holds, all at once. */
@EarshotTest(properties = "earshot.limits.streams=" + FullHouseTests.LIMIT)
class FullHouseTests {

    static final int LIMIT = 200;
    private static final int COMING = LIMIT * 6 / 5;
    private static final int SAID = 10;

    private final RunningServer server;
    private final String room;
    private List<EventStream> crowd = List.of();

    FullHouseTests(RunningServer server) {
        this.server = server;
        this.room = server.newRoom();
    }

    @AfterEach
    void leave() {
        crowd.forEach(EventStream::abort);
    }

    @Test
    void sendsAwayWhoIsTooManyAndServesTheOthers() throws Exception {
        assertThat(comeWhileMuchIsSaid()).hasSize(SAID);

        List<EventStream> refused =
                crowd.stream().filter(stream -> stream.status() != 200).toList();
        assertThat(refused).hasSize(COMING - LIMIT).allSatisfy(stream -> {
            assertThat(stream.status()).isEqualTo(503);
            assertThat(stream.headers()).containsKey("Retry-After");
        });
        crowd.stream().filter(stream -> stream.status() == 200).forEach(EventStream::awaitOpen);
        String last = server.say(room, 1).getFirst();
        assertThat(crowd)
                .filteredOn(stream -> stream.status() == 200)
                .allSatisfy(stream -> assertThat(upTo(last, stream)).isEqualTo(last));
        assertThat(server.get("/readyz").status()).isEqualTo(200);
    }

    private List<String> comeWhileMuchIsSaid() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<String>> said = threads.submit(() -> server.say(room, SAID));
            Callable<EventStream> comes = () -> server.events(room).open();
            crowd = threads.invokeAll(Collections.nCopies(COMING, comes)).stream()
                    .map(Future::resultNow)
                    .toList();
            return said.get();
        }
    }

    private static String upTo(String last, EventStream stream) {
        return Stream.generate(stream::nextEvent)
                .map(SseBlock::id)
                .filter(last::equals)
                .findFirst()
                .orElseThrow();
    }
}
