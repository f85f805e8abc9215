package chat.earshot.stream;

import static chat.earshot.stream.Golden.assertNext;
import static chat.earshot.stream.Golden.at;
import static chat.earshot.stream.Golden.chunks;
import static chat.earshot.stream.Golden.gap;
import static chat.earshot.stream.Golden.opening;
import static chat.earshot.stream.Golden.quoted;
import static chat.earshot.stream.Golden.stream;
import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.RunningServer;
import chat.earshot.testing.EventStream;
import chat.earshot.testing.RawHttp;
import chat.earshot.testing.SseBlock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Resuming where the log no longer keeps all that was missed. */
@SmallServerTest
class TrimmedTests {

    private static final int TRIMMED = 10;
    private static final int SAID = SmallServerTest.KEPT + TRIMMED;

    private final RunningServer server;
    private final String room;
    private final List<String> said;

    TrimmedTests(RunningServer server) {
        this.server = server;
        this.room = server.newRoom();
        this.said = server.say(room, SAID);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, TRIMMED - 1})
    void saysHowManyAreNoLongerKept(int heard) {
        String cursor = at(said.getFirst(), heard);
        String oldest = at(said.getFirst(), TRIMMED);

        try (RawHttp http = stream(server, "room=" + room, "Last-Event-ID: " + cursor)) {
            String gap = gap(room, quoted(cursor), "expired", Integer.toString(TRIMMED - heard), oldest);
            assertNext(http, chunks(opening(oldest) + gap));
        }
    }

    @Test
    void goesOnFromTheOldestEventKept() {
        try (EventStream stream =
                server.events(room).lastEventId(said.getFirst()).open()) {
            List<SseBlock> heard = stream.takeEvents(1 + SmallServerTest.KEPT);

            assertThat(heard.getFirst().type()).isEqualTo("gap");
            assertThat(heard.subList(1, heard.size())).extracting(SseBlock::id).isEqualTo(kept());
        }
    }

    @Test
    void saysNothingIsMissingToOneWhoHeardAllThatIsTrimmed() {
        try (EventStream stream =
                server.events(room).lastEventId(said.get(TRIMMED - 1)).open()) {
            assertThat(stream.takeEvents(SmallServerTest.KEPT))
                    .extracting(SseBlock::id)
                    .isEqualTo(kept());
        }
    }

    @Test
    void beginsWithWhatIsKeptWhereMoreIsAskedFor() {
        try (EventStream stream = server.events(room).last(500).open()) {
            assertThat(stream.takeEvents(SmallServerTest.KEPT))
                    .extracting(SseBlock::id)
                    .isEqualTo(kept());
        }
    }

    @Test
    void resumesFromTheIdOfAGapWithoutAnotherOne() {
        EventStream cut = server.events(room).lastEventId(said.getFirst()).open();
        SseBlock gap = cut.nextEvent();
        cut.close();

        try (EventStream again = server.events(room).lastEventId(gap.id()).open()) {
            assertThat(again.nextEvent().id()).isEqualTo(said.get(TRIMMED));
        }
    }

    private List<String> kept() {
        return said.subList(TRIMMED, SAID);
    }
}
