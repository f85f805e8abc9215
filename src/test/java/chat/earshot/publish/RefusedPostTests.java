package chat.earshot.publish;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.Bystander;
import chat.earshot.EarshotTest;
import chat.earshot.Reply;
import chat.earshot.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** POSTs that are refused for what is around the message. After each of them nothing is stored and nothing is heard. */
@EarshotTest
class RefusedPostTests {

    private static final String JSON = "application/json";
    private static final String PLAIN = "text/plain";

    /** As they stand in a query. */
    static final String[] ROOMS = {
        "",
        "x".repeat(65),
        "Lobby",
        "a+b",
        "a%20b",
        "a/b",
        "a%2Fb",
        "..",
        "..%2F..%2Fetc",
        "a.b",
        "a%00",
        "a%0A",
        "-a",
        "_a",
        "%C3%A4",
        "%D9%A3",
        "%256c",
        "a,b",
    };

    private final RunningServer server;
    private final Bystander bystander;

    RefusedPostTests(RunningServer server) {
        this.server = server;
        this.bystander = new Bystander(server);
    }

    @AfterEach
    void leave() {
        bystander.close();
    }

    @ParameterizedTest
    @FieldSource("ROOMS")
    void refusesARoomThatCannotBe(String room) {
        bystander.assertRefused(server.post("/messages?room=" + room, PLAIN, "x"), 400, "invalid-room");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Lobby", "a b", "../x", "a\\n", "%6c", "a\\u0000"})
    void refusesARoomInTheBodyThatCannotBe(String room) {
        String body = "{\"text\":\"x\",\"room\":\"" + room + "\"}";
        bystander.assertRefused(server.post(path(), JSON, body), 400, "invalid-room");
    }

    @Test
    void refusesTwoRooms() {
        bystander.assertRefused(server.post(path() + "&room=other", PLAIN, "x"), 400, "invalid-room");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "tab\tinside", "kéy", "🦊"})
    void refusesAKeyThatCannotBe(String key) {
        assertKeyRefused("Idempotency-Key: " + key);
    }

    @Test
    void refusesAKeyThatIsTooLong() {
        assertKeyRefused("Idempotency-Key: " + "k".repeat(129));
    }

    @Test
    void refusesTwoKeys() {
        assertKeyRefused("Idempotency-Key: a", "Idempotency-Key: a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; boundary=x",
                "application/xml",
                "application/problem+json",
                "application/octet-stream",
                "text/html",
                "text/plain;charset=ISO-8859-1",
                "application/json;charset=utf-16",
                "application/x-www-form-urlencoded;charset=windows-1252",
                "text/plain;charset=klingon",
                "*/*",
                "text/*",
                "nonsense",
                ""
            })
    void refusesATypeItDoesNotRead(String type) {
        assertUnsupported(server.post(path(), type, "{\"text\":\"x\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "deflate",
                "br",
                "x",
                "",
                "identity",
                "identity, gzip",
                "identity\r\nContent-Encoding: gzip"
            })
    void inflatesNothing(String encoding) {
        assertUnsupported(server.post(path(), PLAIN, "x", "Content-Encoding: " + encoding));
        String event = "{\"event\":\"x\",\"payload\":1,\"room\":\"" + bystander.room() + "\"}";
        assertUnsupported(server.post("/broadcast", JSON, event, "Content-Encoding: " + encoding));
    }

    @Test
    void takesNoChunksOfWhatIsCoded() {
        try (var http = server.ask("POST", path(), "Content-Type: text/plain", "Transfer-Encoding: gzip, chunked")) {
            assertUnsupported(Reply.read(http.send("1\r\nx\r\n0\r\n\r\n")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image/png",
                "text/event-stream",
                "application/xml",
                "nonsense",
                "a/b/c",
                "application/json;q=0",
                "*/*;q=0",
                "text/html;q=0",
                "text/html;q=x"
            })
    void refusesToAnswerWhatItCannotBeforeItStores(String accept) {
        bystander.assertRefused(server.post(path(), PLAIN, "x", "Accept: " + accept), 406, "not-acceptable");
    }

    @Test
    void refusesToAnswerWhoNamesTooManyTypes() {
        Reply reply = server.post(path(), PLAIN, "x", "Accept: application/json" + ",a/b".repeat(60));
        bystander.assertRefused(reply, 406, "not-acceptable");
    }

    @Test
    void refusesToAnswerAnEventWithWhatItCannotBeforeItStores() {
        String body = "{\"event\":\"x\",\"payload\":1,\"room\":\"" + bystander.room() + "\"}";
        bystander.assertRefused(server.post("/broadcast", JSON, body, "Accept: image/png"), 406, "not-acceptable");
    }

    @Test
    void saysWhyInOneLineToWhoAsksForPlainText() {
        Reply reply = server.post(path(), PLAIN, "", "Accept: text/plain, application/json");

        assertThat(reply.header("Content-Type").orElseThrow()).isEqualToIgnoringCase("text/plain;charset=UTF-8");
        assertThat(reply.body()).isEqualTo("A text has at least one visible character.\n");
    }

    @Test
    void saysInOneLineThatItHasNoPlainText() {
        Reply reply = server.post(path(), PLAIN, "x", "Accept: text/plain");

        assertThat(reply.status()).isEqualTo(406);
        assertThat(reply.body()).isEqualTo("Ask for a type that this address gives, or leave Accept out.\n");
    }

    private void assertKeyRefused(String... headers) {
        bystander.assertRefused(server.post(path(), PLAIN, "x", headers), 400, "invalid-idempotency-key");
    }

    private void assertUnsupported(Reply reply) {
        bystander.assertRefused(reply, 415, "unsupported-media-type");
    }

    private String path() {
        return "/messages?room=" + bystander.room();
    }
}
