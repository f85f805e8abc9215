package chat.earshot.publish;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.Bystander;
import chat.earshot.EarshotTest;
import chat.earshot.Reply;
import chat.earshot.RunningServer;
import chat.earshot.testing.EventStream;
import chat.earshot.testing.SseBlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events of any type with any payload. */
@EarshotTest
class BroadcastTests {

    private static final String JSON = "application/json";

    /** Payloads as they are posted, and as they are delivered. */
    static final String[][] PAYLOADS = {
        {"null", "null"},
        {"true", "true"},
        {"0", "0"},
        {"-0", "-0"},
        {"1.50", "1.50"},
        {"1E+03", "1E+03"},
        {"12345678901234567890.10", "12345678901234567890.10"},
        {"\"\"", "\"\""},
        {"\" a  b \"", "\" a  b \""},
        {"\"\\\" : , { } \\\\\"", "\"\\\" : , { } \\\\\""},
        {"\"\\u0041\\n\\/\\u2028\"", "\"\\u0041\\n\\/\\u2028\""},
        {"\"🦊 \\ud83e\\udd8a\"", "\"🦊 \\ud83e\\udd8a\""},
        {"{ }", "{}"},
        {"[ 1 ,\t2 ,\r\n3 ]", "[1,2,3]"},
        {"{\n  \"b\" : 1,\n  \"a\" : { \"z\" : [ ] }\n}", "{\"b\":1,\"a\":{\"z\":[]}}"},
        {"{\"__proto__\":{\"x\":1},\"\":2}", "{\"__proto__\":{\"x\":1},\"\":2}"},
    };

    static final String[] NAMES = {
        "",
        " ",
        "1a",
        ".a",
        "-a",
        "_a",
        "two words",
        "a\\nb",
        "a\\r",
        "a:b",
        "a/b",
        "ä",
        "message",
        "gap",
        "presence",
        "ping",
        "open",
        "error",
        "x".repeat(65)
    };

    private final RunningServer server;
    private final String room;

    BroadcastTests(RunningServer server) {
        this.server = server;
        this.room = server.newRoom();
    }

    @Test
    void takesTheStockExampleWordForWord() {
        String body = "{\"event\": \"stockUpdate\", \"payload\": { \"symbol\": \"RELIANCE\", \"price\": 2750 }}";
        try (EventStream stream = server.listen("lobby")) {
            Reply reply = server.post("/broadcast", JSON, body);

            SseBlock heard = stream.nextEvent();
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body()).isEqualTo("{\"success\":true,\"id\":\"" + heard.id() + "\"}\n");
            assertThat(heard.event()).isEqualTo("stockUpdate");
            assertThat(heard.data()).isEqualTo("{\"symbol\":\"RELIANCE\",\"price\":2750}");
        }
    }

    @ParameterizedTest
    @FieldSource("PAYLOADS")
    void deliversThePayloadAsItWasSpelled(String payload, String delivered) {
        try (EventStream stream = server.listen(room)) {
            server.client().broadcast("x", payload, room);

            assertThat(stream.nextEvent().data()).isEqualTo(delivered);
        }
    }

    @ParameterizedTest
    @FieldSource("PAYLOADS")
    void givesThePayloadBack(String payload, String delivered) {
        String id = server.client().broadcast("stockUpdate", payload, room).id();

        assertThat(server.get("/messages/" + id).body())
                .startsWith("{\"id\":\"" + id + "\",\"room\":\"" + room + "\",\"type\":\"stockUpdate\",\"payload\":"
                        + delivered + ",\"sentAt\":\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "Message", "messages", "a.b_c-9", "toString"})
    void takesAnyNameThatIsNotReserved(String name) {
        try (EventStream stream = server.listen(room)) {
            server.client().broadcast(name, "1", room);

            assertThat(stream.nextEvent().event()).isEqualTo(name);
        }
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void refusesANameThatCannotBe(String name) {
        assertRefused("{\"event\":\"%s\",\"payload\":1,\"room\":\"%s\"}", name, 422, "invalid-event");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {%s"payload":1,"room":"%s"}                           | 422 | invalid-event
            {%s"event":null,"payload":1,"room":"%s"}              | 422 | invalid-event
            {%s"event":["x"],"payload":1,"room":"%s"}             | 422 | invalid-event
            {%s"event":"x","room":"%s"}                           | 422 | invalid-payload
            {%s"event":"x","payload":1,"room":"%s","id":"y"}      | 422 | unknown-field
            {%s"event":"x","payload":1,"room":"%s","author":"y"}  | 422 | unknown-field
            {%s"event":"x","payload":1,"room":"%s","room":"y"}    | 400 | malformed-json
            {%s"event":"x","payload":1,"room":"a %s"}             | 400 | invalid-room
            """)
    void refusesWhatIsNoEvent(String body, int status, String problem) {
        assertRefused(body, "", status, problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void takesNothingButJson(String type) {
        try (Bystander bystander = new Bystander(server)) {
            String body = "{\"event\":\"x\",\"payload\":1,\"room\":\"" + bystander.room() + "\"}";
            bystander.assertRefused(server.post("/broadcast", type, body), 415, "unsupported-media-type");
        }
    }

    private void assertRefused(String body, String argument, int status, String problem) {
        try (Bystander bystander = new Bystander(server)) {
            Reply reply = server.post("/broadcast", JSON, body.formatted(argument, bystander.room()));
            bystander.assertRefused(reply, status, problem);
        }
    }
}
