package chat.earshot.page;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.testing.ChatClient.Answer;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A message from a browser that runs no script. */
@WithServer
class MessageFormTests {

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
    void sendsTheBrowserBackToTheRoom() {
        Answer answer = server.postForm(room, Map.of("text", "hello & goodbye", "author", "ann lee"));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).contains("./rooms/" + room + "?author=ann+lee");
        assertThat(page(answer)).contains("hello &amp; goodbye").contains("value=\"ann lee\"");
    }

    @Test
    void takesTheRoomFromAFieldTooAndTheLobbyWhereNoneIsNamed() {
        server.postForm("lobby", Map.of("text", "by field", "room", room));
        Answer toLobby = server.client()
                .send(server.form("", Map.of("text", "to the lobby"))
                        .uri(server.base().resolve("messages"))
                        .header("Accept", Server.BROWSER));

        assertThat(server.get("/rooms/" + room).body()).contains("by field");
        assertThat(toLobby.header("Location")).contains("./");
    }

    @Test
    void takesAnEmptyNameForNone() {
        Answer answer = server.postForm(room, Map.of("text", "hello", "author", " "));

        assertThat(answer.header("Location")).contains("./rooms/" + room);
        assertThat(page(answer)).contains(">anonymous</bdi>");
    }

    @Test
    void answersProgramsInJson() {
        Map<String, String> hello = Map.of("text", "hello");

        assertThat(server.client().send(server.form(room, hello)).status()).isEqualTo(201);
        assertThat(server.client()
                        .send(server.form(room, hello).header("Accept", "*/*"))
                        .id())
                .isNotNull();
        assertThat(server.client()
                        .send(server.form(room, hello).header("Accept", "application/json"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void givesARefusedTextBackWithTheReasonBesideIt() {
        String text = "\n</textarea><b>" + "x".repeat(4_000);

        Answer answer = server.postForm(room, Map.of("text", text, "author", "ann \"lee\""));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.body())
                .contains("role=\"alert\">A text is at most 4,000 characters long. Split it into several.</p>")
                .containsPattern("<textarea[^>]*aria-describedby=\"reason hint count\"[^>]*aria-invalid=\"true\"")
                // HTML drops the first line break of a textarea, so there is one more.
                .contains(">\n\n&lt;/textarea&gt;&lt;b&gt;" + "x".repeat(4_000) + "</textarea>")
                .contains("value=\"ann &quot;lee&quot;\"")
                .contains("data-room=\"" + room + "\"");
    }

    @Test
    void saysBesideTheNameWhatIsWrongWithTheName() {
        Answer answer = server.postForm(room, Map.of("text", "my words", "author", "x".repeat(65)));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("An author is 1 to 64 characters long.")
                .containsPattern("<input[^>]*id=\"author\"[^>]*aria-invalid=\"true\"")
                .contains("\nmy words</textarea>");
    }

    @Test
    void storesNothingOfWhatItRefuses() {
        server.postForm(room, Map.of("text", " \n "));
        server.postForm(room, Map.of("text", "x", "author", "a\u202Eb"));
        server.postForm(room, Map.of("text", "x", "id", "mine"));

        assertThat(server.client().get("/messages?room=" + room).body()).contains("\"events\":[]");
    }

    @Test
    void showsTheRoomAgainWhereTheBodyCannotEvenBeRead() {
        Answer answer = server.offerForm(room, Map.of("text", "x".repeat(70_000)));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("A body is at most 65536 bytes long.", "data-room=\"" + room + "\"");
    }

    @Test
    void leavesARoomThatCannotBeToTheProblems() {
        Answer answer = server.postForm("lobby", Map.of("text", "x", "room", "Not a room"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
    }

    @Test
    void keepsOtherSitesOut() {
        Answer answer = server.client()
                .send(server.form(room, Map.of("text", "x"))
                        .header("Accept", Server.BROWSER)
                        .header("Origin", "https://elsewhere.example"));

        assertThat(answer.status()).isEqualTo(403);
    }

    private String page(Answer redirect) {
        URI page = server.base()
                .resolve("messages")
                .resolve(redirect.header("Location").orElseThrow());
        return server.get(page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery()))
                .body();
    }

    @Test
    void saysOnceWhatIsSentTwiceWithTheSameKey() {
        for (int i = 0; i < 2; i++) {
            server.postFormWithKey(room, Map.of("text", "once"), "k");
        }

        assertThat(server.get("/messages?room=" + room).body()).containsOnlyOnce("\"text\":\"once\"");
    }
}
