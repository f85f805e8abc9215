package chat.earshot.publish;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.EarshotTest;
import chat.earshot.Reply;
import chat.earshot.RunningServer;
import chat.earshot.testing.EventStream;
import chat.earshot.testing.RawHttp;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways to say something, and what comes back. */
@EarshotTest
class PostMessageTests {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PLAIN = "text/plain";

    private final RunningServer server;
    private final String room;

    PostMessageTests(RunningServer server) {
        this.server = server;
        this.room = server.newRoom();
    }

    @Test
    void answersJsonWithTheEventAndWhereItIs() {
        Reply reply = post(JSON, "{\"text\":\"hello\",\"author\":\"ann\",\"room\":\"" + room + "\"}");

        String id = reply.text("id");
        assertThat(reply.head().statusLine()).isEqualTo("HTTP/1.1 201 Created");
        assertThat(reply.header("Location")).contains("/messages/" + id);
        assertThat(reply.header("Content-Type")).contains("application/json");
        assertThat(reply.body())
                .matches("\\{\"id\":\"[a-z0-9]{8}-1\",\"room\":\"" + room
                        + "\",\"type\":\"message\",\"author\":\"ann\",\"text\":\"hello\",\"sentAt\":\"[^\"]+Z\"}\n");
    }

    @Test
    void answersWithWhatTheLogGivesBack() {
        Reply reply = post(JSON, "{\"text\":\"hello\"}");

        assertThat(server.get(reply.header("Location").orElseThrow()).body()).isEqualTo(reply.body());
    }

    @Test
    void tellsThoseWhoListen() {
        try (EventStream stream = server.listen(room)) {
            Reply reply = post(JSON, "{\"text\":\"hello\"}");

            assertThat(stream.nextEvent().data() + "\n").isEqualTo(reply.body());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAIN, "text/plain; charset=utf-8", "Text/Plain;charset=\"UTF-8\""})
    void takesPlainTextAsItIs(String type) {
        assertThat(post(type, "50%+ a&b=c {\"x\":1}\n").text("text")).isEqualTo("50%+ a&b=c {\"x\":1}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "50%+ a&b", "a=b", "context=x", "100%", "%zz", "mytext=1&a=2", "grüße 🦊", "{}"})
    void takesWhatCurlSendsAsItIs(String words) {
        Reply reply = post(FORM, words, "User-Agent: curl/8.5.0", "Accept: */*");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.text("text")).isEqualTo(words);
    }

    @Test
    void takesAFormWithAText() {
        Reply reply = post(FORM, "author=Ann+%C3%84&text=50%25%2B+a%26b%0D%0Ac");

        assertThat(reply.text("text")).isEqualTo("50%+ a&b\r\nc");
        assertThat(reply.text("author")).isEqualTo("Ann Ä");
    }

    @Test
    void takesTheRoomOfAForm() {
        String other = server.newRoom();

        assertThat(post(FORM, "room=" + other + "&text=x").text("room")).isEqualTo(other);
    }

    @Test
    void takesAuthorAndRoomFromTheQuery() {
        Reply reply = server.post("/messages?author=J%C3%BCrgen+B&room=" + room, PLAIN, "x");

        assertThat(reply.text("author")).isEqualTo("Jürgen B");
        assertThat(reply.text("room")).isEqualTo(room);
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, FORM})
    void letsTheBodyWinOverTheQuery(String type) {
        String body = type.equals(JSON)
                ? "{\"text\":\"x\",\"author\":\"bob\",\"room\":\"" + room + "\"}"
                : "text=x&author=bob&room=" + room;
        Reply reply = server.post("/messages?author=ann&room=elsewhere", type, body);

        assertThat(reply.text("author")).isEqualTo("bob");
        assertThat(reply.text("room")).isEqualTo(room);
    }

    @Test
    void callsWhoGivesNoNameAnonymous() {
        assertThat(post(PLAIN, "x").text("author")).isEqualTo("anonymous");
    }

    @Test
    void speaksInTheLobbyWhereNoRoomIsNamed() {
        assertThat(server.post("/messages", PLAIN, "x").text("room")).isEqualTo("lobby");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "image/png, application/*;q=0.1", "text/plain, */*;q=0.5"})
    void answersWhoTakesJson(String accept) {
        assertThat(post(PLAIN, "x", "Accept: " + accept).status()).isEqualTo(201);
    }

    @Test
    void takesABodyInChunks() {
        try (var http = server.ask(
                "POST", "/messages?room=" + room, "Content-Type: text/plain", "Transfer-Encoding: chunked")) {
            http.send("3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n");

            assertThat(http.readHead().status()).isEqualTo(201);
            assertThat(http.readBody()).asString().contains("\"text\":\"hello\"");
        }
    }

    @Test
    void countsEachRoomByItself() {
        post(PLAIN, "x");
        String other = server.newRoom();

        assertThat(server.post("/messages?room=" + other, PLAIN, "x").text("id"))
                .endsWith("-1");
    }

    private Reply post(String type, String body, String... headers) {
        return server.post("/messages?room=" + room, type, body, headers);
    }

    @Test
    void takesARawQueryAsUtf8() {
        try (RawHttp http = server.connect()) {
            String request = "POST /messages?room=" + room + "&author=Анна HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello";
            Reply reply = Reply.read(http.send(request.getBytes(StandardCharsets.UTF_8)));

            assertThat(reply.body()).contains("\"author\":\"Анна\"");
        }
    }
}
