package chat.earshot.stream;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.EarshotTest;
import chat.earshot.RunningServer;
import chat.earshot.event.Room;
import chat.earshot.testing.EventStream;
import chat.earshot.testing.SseBlock;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How the streams of a room are shared out among the threads that deliver. */
@EarshotTest(properties = "earshot.stream.deliverers=" + DelivererTests.LANES)
class DelivererTests {

    static final int LANES = 3;
    private static final int FEW = 10;
    private static final int MANY = 240;

    private final RunningServer server;
    private final EmitterRegistry registry;
    private final String room;
    private List<EventStream> streams = List.of();

    DelivererTests(RunningServer server, EmitterRegistry registry) {
        this.server = server;
        this.registry = registry;
        this.room = server.newRoom();
    }

    @AfterEach
    void close() {
        streams.forEach(EventStream::abort);
    }

    @Test
    void haveOneAmongThemLookAfterASmallRoom() {
        listen(FEW);

        assertThat(shares()).containsOnlyOnce(FEW).contains(0);
    }

    @Test
    void shareALargeRoom() {
        listen(MANY);

        assertThat(shares()).allSatisfy(share -> assertThat(share).isGreaterThan(MANY / LANES / 2));
    }

    @Test
    void bringAllOfItEverythingInOrder() {
        listen(MANY);
        List<String> ids = server.say(room, FEW);

        assertThat(streams)
                .allSatisfy(stream -> assertThat(stream.takeEvents(FEW))
                        .extracting(SseBlock::id)
                        .isEqualTo(ids));
    }

    private void listen(int count) {
        streams = Stream.generate(() -> server.events(room).open()).limit(count).toList();
        streams.forEach(EventStream::awaitOpen);
    }

    private List<Integer> shares() {
        return IntStream.range(0, LANES)
                .mapToObj(lane -> registry.lane(new Room(room), lane).size())
                .toList();
    }
}
