package chat.earshot.page;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.testing.ChatClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The rooms as a browser without script gets them. */
@WithServer
class PlainRoomsTests {

    @LocalServerPort
    int port;

    Server server;
    String room;

    @BeforeEach
    void enter() {
        server = Server.at(port);
        room = Server.freshRoom();
    }

    @Test
    void listsThoseSpokenInTheLatestFirst() {
        String other = Server.freshRoom();
        server.say(room, "ann", "before");
        server.say(other, "ann", "after");

        assertThat(server.get("/").body())
                .containsSubsequence("href=\"./rooms/" + other + "\"", "href=\"./rooms/" + room + "\"");
    }

    @Test
    void listsTheLobbyAndTheRoomItselfWhereNobodyHasSpoken() {
        assertThat(server.get("/rooms/" + room).body())
                .contains("data-room=\"lobby\"")
                .containsPattern("data-room=\"" + room + "\"\\s+aria-current=\"page\"");
    }

    @Test
    void keepsTheNameOfWhoGoesToAnotherRoom() {
        assertThat(server.get("/rooms/" + room + "?author=Ann%20B").body())
                .contains("href=\"../?author=Ann+B\"", "<input type=\"hidden\" name=\"author\" value=\"Ann B\">");
        assertThat(server.get("/?room=" + room + "&author=Ann+B").header("Location"))
                .contains("./rooms/" + room + "?author=Ann+B");
    }

    /** Each of these letters takes three in a link, and a redirect's header may not grow without end. */
    @Test
    void forgetsANameThatNobodyCanHave() {
        assertThat(server.get("/?room=" + room + "&author=" + "'".repeat(4_000)).header("Location"))
                .contains("./rooms/" + room);
    }

    @Test
    void tellsAReaderInWordsWhichNamesARoomCanHave() {
        Answer refused = server.get("/?room=Not%20%3Cb%3Ea%20room");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Type").orElse("")).startsWith("text/html");
        assertThat(refused.body())
                .contains("No room can have that name.", "value=\"Not &lt;b&gt;a room\"", "data-room=\"lobby\"")
                .doesNotContain("<b>a room");
    }

    @Test
    void tellsAProgramAProblem() {
        Answer refused = server.client().get("/?room=Not%20a%20room");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("/problems/invalid-room");
    }
}
