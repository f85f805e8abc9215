package chat.earshot.page;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.testing.ChatClient.Answer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a browser without script gets. */
@WithServer
class PlainPageTests {

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
    void showsTheNewestFiftyAndTheIdTheyEndWith() {
        server.sayMany(room, 51);
        String last = server.say(room, "ann", "text 52").id();

        String page = server.get("/rooms/" + room).body();

        assertThat(texts(page)).isEqualTo(texts(3, 52));
        assertThat(page).contains("data-last=\"" + last + "\"").contains("data-live=\"true\"");
    }

    @Test
    void showsTheLobbyAtItsTop() {
        server.say("lobby", "ann", "in the lobby");

        assertThat(texts(server.get("/").body())).contains("in the lobby");
        assertThat(texts(server.get("/rooms/lobby").body())).contains("in the lobby");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{7*7}}",
                "${7*7} #{7*7} *{7*7} @{7*7} ~{7*7}",
                "[[${7*7}]] [(${7*7})]",
                "__${7*7}__",
                "${jndi:ldap://localhost/x}"
            })
    void showsATemplateAsText(String text) {
        server.say(room, "ann", text);

        assertThat(texts(server.get("/rooms/" + room).body())).contains(text);
    }

    @Test
    void showsMarkupAsText() {
        server.say(room, "<b>ann</b>", "<img src=x onerror=alert(1)> & \"[[${1+1}]]\"");

        String page = server.get("/rooms/" + room).body();

        assertThat(page)
                .contains("&lt;b&gt;ann&lt;/b&gt;")
                .contains("&lt;img src=x onerror=alert(1)&gt; &amp; &quot;[[${1+1}]]&quot;")
                .doesNotContain("<img src=x", "<b>ann");
    }

    @Test
    void showsACustomEventWithItsTypeAndItsJson() {
        server.client().broadcast("stockUpdate", "{\"symbol\":\"<RELIANCE>\",\"price\":2750.0}", room);

        assertThat(server.get("/rooms/" + room).body())
                .contains(">stockUpdate</code>")
                .contains(">{&quot;symbol&quot;: &quot;&lt;RELIANCE&gt;&quot;, &quot;price&quot;: 2750.0}</pre>");
    }

    @Test
    void leadsToOlderPagesAndBackWithoutAHoleOrARepeat() {
        server.sayMany(room, 120);
        String newest = server.get("/rooms/" + room).body();
        String middle = server.get(link(newest, "prev")).body();
        String oldest = server.get(link(middle, "prev")).body();

        assertThat(texts(newest)).isEqualTo(texts(71, 120));
        assertThat(texts(middle)).isEqualTo(texts(21, 70));
        assertThat(texts(oldest)).isEqualTo(texts(1, 20));
        assertThat(oldest).doesNotContain("rel=\"prev\"").contains("data-live=\"false\"");
        assertThat(texts(server.get(link(oldest, "next")).body())).isEqualTo(texts(21, 70));
        assertThat(server.get(link(middle, "next")).body())
                .contains("text 120", "data-live=\"true\"")
                .doesNotContain("rel=\"next\"");
    }

    @Test
    void invitesIntoAnEmptyRoom() {
        assertThat(server.get("/rooms/" + room).body())
                .contains("Nobody has spoken here yet")
                .contains("curl -d &#39;hello&#39; &#39;http://localhost:" + port + "/messages?room=" + room + "&#39;")
                .containsPattern("data-last=\"[a-z0-9]{8}-0\"");
    }

    @Test
    void refusesWhatIsNoRoomAndWhatIsNoPositionOfThisRoom() {
        String elsewhere = server.say(Server.freshRoom(), "ann", "elsewhere").id();

        assertThat(server.get("/rooms/Not%20a%20room").status()).isEqualTo(400);
        assertThat(server.get("/rooms/" + room + "?before=" + elsewhere).body()).contains("invalid-cursor");
        assertThat(server.get("/rooms/" + room + "?after=x").status()).isEqualTo(400);
        assertThat(server.get("/rooms/" + room + "?after=x&before=x").status()).isEqualTo(400);
    }

    @Test
    void findsARoomByItsName() {
        Answer answer = server.get("/?room=" + room);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).contains("./rooms/" + room);
        assertThat(server.get("/?room=lobby").header("Location")).contains("./");
    }

    @Test
    void isNeverKeptWhileItsFilesAreAskedForAgainByTheirContent() {
        assertThat(server.get("/").header("Cache-Control")).contains("no-store");
        Answer script = server.get("/assets/js/main.js");
        assertThat(script.header("Cache-Control")).contains("no-cache");
        assertThat(script.header("Content-Type").orElse("")).startsWith("text/javascript");

        Answer again = server.client()
                .send(server.client()
                        .request("/assets/js/main.js")
                        .header("If-None-Match", script.header("ETag").orElseThrow()));
        assertThat(again.status()).isEqualTo(304);
    }

    private static List<String> texts(String page) {
        return all(page, "<div class=\"text\"[^>]*>([^<]*)</div>").stream()
                .filter(text -> !text.isEmpty()) // the template's own
                .toList();
    }

    private static List<String> texts(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> "text " + i).toList();
    }

    /** The path behind a link of the page of a room, which is one step below the top. */
    private static String link(String page, String rel) {
        return all(page, "rel=\"" + rel + "\" href=\"\\.\\.([^\"]*)\"").getFirst();
    }

    private static List<String> all(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
