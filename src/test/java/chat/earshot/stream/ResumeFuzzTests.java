package chat.earshot.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.earshot.RunningServer;
import chat.earshot.fuzz.Dice;
import chat.earshot.fuzz.Fuzz;
import chat.earshot.fuzz.FuzzTest;
import chat.earshot.fuzz.FuzzedIds;
import chat.earshot.testing.Deadline;
import chat.earshot.testing.EventStream;
import chat.earshot.testing.SseBlock;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.system.CapturedOutput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a client says it has heard last: it is answered with a stream, and with a gap where it is no position of the room. */
@FuzzTest
class ResumeFuzzTests {

    private static final int SAID = 3;

    private final RunningServer server;
    private final Places places;
    private final String room;
    private final List<String> said;
    private int opened;

    ResumeFuzzTests(RunningServer server, Places places) {
        this.server = server;
        this.places = places;
        this.room = server.newRoom();
        this.said = server.say(room, SAID);
    }

    private record Cursor(String text, boolean byHeader) {}

    @Test
    void goesOnFromAnyIdOrSaysThatItCannot(CapturedOutput log) {
        Fuzz.check(this::cursor, this::resume);

        awaitPlaces();
        assertThat(log).doesNotContain("WARN");
    }

    private void awaitPlaces() {
        await().atMost(Deadline.GENEROUS).until(() -> places.taken() == 0);
    }

    private Cursor cursor(Dice dice) {
        String id = FuzzedIds.near(dice, said.getLast());
        boolean byHeader = dice.chance(50);
        return new Cursor(byHeader ? FuzzedIds.inHeader(id) : id, byHeader);
    }

    private void resume(Cursor cursor) {
        if (++opened % FuzzTest.STREAMS == 0) { // a place is free only once the server has noticed
            awaitPlaces();
        }
        try (EventStream stream = request(cursor).open().awaitOpen()) {
            if (cursor.text().isEmpty()) {
                assertThat(stream.lastEventId()).isEqualTo(said.getLast());
            } else if (positions().contains(cursor.text())) {
                List<String> later = said.subList(positions().indexOf(cursor.text()), SAID);
                assertThat(stream.takeEvents(later.size()))
                        .extracting(SseBlock::id)
                        .isEqualTo(later);
            } else {
                assertGap(stream.nextEvent(), cursor);
            }
        }
    }

    private void assertGap(SseBlock gap, Cursor cursor) {
        assertThat(gap.type()).isEqualTo("gap");
        assertThat(gap.id()).isEqualTo(said.getLast());
        JsonNode requested = JsonMapper.shared().readTree(gap.data()).get("requested");
        if (cursor.text().matches("[a-z0-9]{8}-(0|[1-9][0-9]{0,17})")) {
            assertThat(requested.stringValue()).isEqualTo(cursor.text());
        } else {
            assertThat(requested.isNull()).isTrue();
        }
    }

    private chat.earshot.testing.StreamRequest request(Cursor cursor) {
        return cursor.byHeader()
                ? server.events(room).lastEventId(cursor.text())
                : server.events(room)
                        .parameter("lastEventId", URLEncoder.encode(cursor.text(), StandardCharsets.UTF_8));
    }

    /** All there are, from the one before the first event on. */
    private List<String> positions() {
        return IntStream.rangeClosed(0, SAID)
                .mapToObj(sequence -> Golden.at(said.getFirst(), sequence))
                .toList();
    }
}
