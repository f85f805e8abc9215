package chat.earshot.stream;

import static chat.earshot.stream.Golden.at;
import static chat.earshot.stream.Golden.stream;
import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.RunningServer;
import chat.earshot.testing.RawHttp;
import chat.earshot.testing.SseBlock;
import chat.earshot.testing.SseParser;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What goes with one write, from memory and from the log behind it. */
@SmallServerTest
class BatchTests {

    private static final int TAIL = SmallServerTest.TAIL;
    private static final int BATCH = SmallServerTest.BATCH;

    private final RunningServer server;
    private final String room;

    BatchTests(RunningServer server) {
        this.server = server;
        this.room = server.newRoom();
    }

    @Test
    void pagesThroughTheLogAndThenTheTail() {
        List<String> said = server.say(room, 2 * BATCH + TAIL);

        assertThat(replay(said.getFirst(), said.size()))
                .flatExtracting(ids -> ids)
                .isEqualTo(said);
    }

    @Test
    void sendsAPageOfTheLogWithOneWriteAndNoMore() {
        List<String> said = server.say(room, 2 * BATCH + TAIL);

        List<List<String>> writes = replay(said.getFirst(), said.size());
        assertThat(writes.subList(0, 2)).extracting(List::size).containsExactly(BATCH, BATCH);
    }

    @Test
    void boundsABatchOfTheTailInEvents() {
        List<String> said = server.say(room, TAIL);

        assertThat(replay(said.getFirst(), TAIL)).extracting(List::size).containsExactly(BATCH, TAIL - BATCH);
    }

    @Test
    void boundsABatchOfTheTailInBytes() {
        List<String> said = say(5, () -> "x".repeat(4_000));

        assertThat(replay(said.getFirst(), 4)).extracting(List::size).containsExactly(2, 2);
    }

    @Test
    void boundsAPageOfTheLogInBytes() {
        List<String> said = say(5, () -> "x".repeat(4_000));
        server.say(room, TAIL);

        assertThat(replay(said.getFirst(), 4)).extracting(List::size).containsExactly(2, 2);
    }

    @Test
    void countsTheBytesOfAPageRatherThanItsCharacters() {
        List<String> said = say(5, () -> "世".repeat(1_500));
        server.say(room, TAIL);

        assertThat(replay(said.getFirst(), 4)).extracting(List::size).containsExactly(2, 2);
    }

    @Test
    void sendsAnEventLargerThanABatchAlone() {
        String large = "\"" + "x".repeat(20_000) + "\"";
        List<String> said = List.of(
                server.client().broadcast("small", "1", room).id(),
                server.client().broadcast("large", large, room).id(),
                server.client().broadcast("small", "3", room).id());

        assertThat(replay(said.getFirst(), 3)).extracting(List::size).containsExactly(1, 1, 1);
    }

    private List<String> say(int count, Supplier<String> text) {
        return Stream.generate(
                        () -> server.client().post(text.get(), "ann", room).id())
                .limit(count)
                .toList();
    }

    /** The ids in each write, from the room's beginning until so many events have come. */
    private List<List<String>> replay(String id, int events) {
        List<List<String>> writes = new ArrayList<>();
        try (RawHttp http = stream(server, "room=" + room, "Last-Event-ID: " + at(id, 0))) {
            http.readChunk();
            for (int heard = 0; heard < events; heard += writes.getLast().size()) {
                writes.add(new SseParser()
                        .feed(http.readChunk().data()).stream()
                                .map(SseBlock::id)
                                .toList());
            }
        }
        return writes;
    }
}
