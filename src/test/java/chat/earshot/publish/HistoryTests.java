package chat.earshot.publish;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.EarshotTest;
import chat.earshot.Reply;
import chat.earshot.RunningServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Reading back what was said, page by page. */
@EarshotTest
class HistoryTests {

    private final RunningServer server;
    private final String room;
    private final List<String> said;

    HistoryTests(RunningServer server) {
        this.server = server;
        this.room = server.newRoom();
        this.said = server.say(room, 5);
    }

    /** E stands for the room's epoch. */
    @ParameterizedTest
    @CsvSource({
        "'',                 1 2 3 4 5, false, false",
        "'limit=5',          1 2 3 4 5, false, false",
        "'limit=2',          4 5,       true,  false",
        "'limit=1',          5,         true,  false",
        "'limit=200',        1 2 3 4 5, false, false",
        "'before=E-4',       1 2 3,     false, true",
        "'before=E-4&limit=2', 2 3,     true,  true",
        "'before=E-5&limit=1', 4,       true,  true",
        "'before=E-2',       1,         false, true",
        "'after=E-0',        1 2 3 4 5, false, false",
        "'after=E-2',        3 4 5,     true,  false",
        "'after=E-2&limit=2', 3 4,      true,  true",
        "'after=E-0&limit=1', 1,        false, true",
        "'before=E-0',       '',        false, true",
        "'before=E-1',       '',        false, true",
        "'after=E-5',        '',        true,  false",
    })
    void givesAPage(String query, String sequences, boolean older, boolean newer) {
        Reply reply = page(query);

        assertThat(sequences(reply)).isEqualTo(sequences);
        assertThat(reply.body()).endsWith("],\"older\":" + older + ",\"newer\":" + newer + "}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"before=E-0", "before=E-1", "after=E-5"})
    void givesAnEmptyPageBeyondTheEnds(String query) {
        assertThat(page(query).body()).startsWith("{\"events\":[],");
    }

    @Test
    void givesEachEventAsItWasAnswered() {
        String answered =
                server.post("/messages?room=" + room, "text/plain", "six").body();

        assertThat(page("limit=1").body()).startsWith("{\"events\":[" + answered.strip() + "],");
    }

    @Test
    void givesFiftyWhereNoLimitIsNamed() {
        server.say(room, 50);

        assertThat(page("").json().get("events")).hasSize(50);
    }

    @Test
    void givesFewerWhereTheyAreLarge() {
        String large = "\"" + "x".repeat(60_000) + "\"";
        Stream.generate(() -> server.client().broadcast("big", large, room))
                .limit(100)
                .forEach(answer -> {});

        JsonNode page = page("limit=200").json();
        assertThat(page.get("events").size()).isBetween(50, 99);
        assertThat(page.get("older").booleanValue()).isTrue();
    }

    @Test
    void givesAnEmptyPageOfARoomNobodyHasSpokenIn() {
        assertThat(server.get("/messages?room=" + server.newRoom()).body())
                .isEqualTo("{\"events\":[],\"older\":false,\"newer\":false}\n");
    }

    @Test
    void givesOneEvent() {
        assertThat(server.get("/messages/" + said.get(2)).text("text")).isEqualTo("text 3");
    }

    private Reply page(String query) {
        return server.get("/messages?room=" + room + "&" + withEpoch(query));
    }

    private String withEpoch(String text) {
        return text.replace("E", said.getFirst().substring(0, 8));
    }

    private static String sequences(Reply page) {
        return String.join(
                " ",
                page.json()
                        .get("events")
                        .valueStream()
                        .map(event -> event.get("id").stringValue().substring(9))
                        .toList());
    }
}
