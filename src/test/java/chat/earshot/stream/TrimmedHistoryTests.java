package chat.earshot.stream;

import static chat.earshot.stream.Golden.at;
import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.Reply;
import chat.earshot.RunningServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading back where the log no longer keeps the beginning. */
@SmallServerTest
class TrimmedHistoryTests {

    private static final int TRIMMED = 10;

    private final RunningServer server;
    private final String room;
    private final List<String> said;

    TrimmedHistoryTests(RunningServer server) {
        this.server = server;
        this.room = server.newRoom();
        this.said = server.say(room, SmallServerTest.KEPT + TRIMMED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 10})
    void goesOnFromTheOldestKeptAfterATrimmedCursor(int sequence) {
        Reply page = page("&limit=1&after=" + at(said.getFirst(), sequence));

        assertThat(page.body()).contains("\"id\":\"" + said.get(TRIMMED) + "\"");
        assertThat(page.body()).endsWith("],\"older\":false,\"newer\":true}\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 11})
    void hasNothingBeforeATrimmedCursor(int sequence) {
        assertThat(page("&before=" + at(said.getFirst(), sequence)).body()).startsWith("{\"events\":[],");
    }

    @Test
    void saysThatNothingIsOlderThanTheOldestKept() {
        assertThat(page("&limit=200").body()).endsWith("],\"older\":false,\"newer\":false}\n");
    }

    @Test
    void knowsNoEventThatIsNoLongerKept() {
        assertThat(server.get("/messages/" + said.get(TRIMMED - 1)).status()).isEqualTo(404);
    }

    @Test
    void answersARepeatOfWhatIsNoLongerKeptWithItsIdAlone() {
        String other = server.newRoom();
        String id = server.client().postWithKey("k", "hello", other).id();
        server.say(other, SmallServerTest.KEPT);

        assertThat(server.client().postWithKey("k", "hello", other).body()).isEqualTo("{\"id\":\"" + id + "\"}\n");
    }

    private Reply page(String query) {
        return server.get("/messages?room=" + room + query);
    }
}
