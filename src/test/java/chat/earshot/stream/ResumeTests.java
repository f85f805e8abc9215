package chat.earshot.stream;

import static chat.earshot.stream.Golden.at;
import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.EarshotTest;
import chat.earshot.RunningServer;
import chat.earshot.testing.EventStream;
import chat.earshot.testing.SseBlock;
import chat.earshot.testing.StreamRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a stream begins: after what its client heard last, with the newest, or with what comes. */
@EarshotTest
class ResumeTests {

    private static final int SAID = 5;

    private final RunningServer server;
    private final String room;
    private final List<String> said;

    ResumeTests(RunningServer server) {
        this.server = server;
        this.room = server.newRoom();
        this.said = server.say(room, SAID);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void resumesAfterTheLastEventSeen(int heard) {
        assertHears(request().lastEventId(position(heard)), after(heard));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void resumesByParameterForWhoCannotSendTheHeader(int heard) {
        assertHears(request().parameter("lastEventId", position(heard)), after(heard));
    }

    @Test
    void opensAtThePositionItResumesFrom() {
        try (EventStream stream = request().lastEventId(position(2)).open()) {
            assertThat(stream.next().id()).isEqualTo(position(2));
        }
    }

    @Test
    void letsTheHeaderWin() {
        assertHears(request().parameter("lastEventId", position(1)).lastEventId(position(3)), after(3));
    }

    @Test
    void takesTheParameterWhereTheHeaderIsEmpty() {
        assertHears(request().parameter("lastEventId", position(3)).header("Last-Event-ID", ""), after(3));
    }

    @Test
    void beginsWithWhatComesWithoutACursor() {
        assertHears(request(), List.of());
    }

    @Test
    void takesAnEmptyHeaderForNoCursor() {
        assertHears(request().header("Last-Event-ID", ""), List.of());
    }

    @Test
    void takesAnEmptyParameterForNoCursor() {
        assertHears(request().parameter("lastEventId", ""), List.of());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 5})
    void beginsWithTheNewest(int last) {
        assertHears(request().last(last), after(SAID - last));
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 500})
    void beginsWithAllThereIsWhereMoreIsAskedFor(int last) {
        assertHears(request().last(last), said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0", "x", "501"})
    void ignoresLastBesideACursor(String last) {
        assertHears(request().parameter("last", last).lastEventId(position(2)), after(2));
    }

    @Test
    void missesNothingForAReaderCutInAQuietRoomBeforeItHeardAnything() {
        String quiet = server.newRoom();
        EventStream cut = server.listen(quiet);
        cut.abort();
        List<String> meanwhile = server.say(quiet, 2);

        try (EventStream again = cut.reconnect()) {
            assertThat(again.takeEvents(2)).extracting(SseBlock::id).isEqualTo(meanwhile);
        }
    }

    @Test
    void repeatsNothingForAReaderThatHeardAll() {
        EventStream cut = request().last(SAID).open();
        cut.takeEvents(SAID);
        cut.close();

        try (EventStream again = cut.reconnect().awaitOpen()) {
            assertHears(again, List.of());
        }
    }

    private StreamRequest request() {
        return server.events(room);
    }

    private String position(int sequence) {
        return at(said.getFirst(), sequence);
    }

    private List<String> after(int heard) {
        return said.subList(heard, SAID);
    }

    private void assertHears(StreamRequest request, List<String> ids) {
        try (EventStream stream = request.open().awaitOpen()) {
            assertHears(stream, ids);
        }
    }

    /** Exactly these, then what is said next. */
    private void assertHears(EventStream stream, List<String> ids) {
        String marker = server.client().post("marker", "ann", room).id();
        List<SseBlock> heard = stream.takeEvents(ids.size() + 1);

        assertThat(heard).allMatch(SseBlock::isMessage);
        assertThat(heard.subList(0, ids.size())).extracting(SseBlock::id).isEqualTo(ids);
        assertThat(heard.getLast().id()).isEqualTo(marker);
    }
}
