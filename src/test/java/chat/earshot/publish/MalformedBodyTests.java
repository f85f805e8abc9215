package chat.earshot.publish;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import chat.earshot.Bystander;
import chat.earshot.EarshotTest;
import chat.earshot.RunningServer;
import java.nio.charset.Charset;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that cannot be read. After each of them nothing is stored, nothing is heard, and the next one is taken. */
@EarshotTest
class MalformedBodyTests {

    private static final String JSON = "application/json";

    static final String[] MALFORMED = {
        "",
        " ",
        "{",
        "{\"text\":\"x\"",
        "{\"text\":\"x",
        "{\"text\"}",
        "{'text':'x'}",
        "{text:\"x\"}",
        "{\"text\":\"x\",}",
        "{,\"text\":\"x\"}",
        "{\"text\":\"x\"/* comment */}",
        "// comment\n{\"text\":\"x\"}",
        "# comment\n{\"text\":\"x\"}",
        "{\"text\":\"x\"} x",
        "{\"text\":\"x\"}{\"text\":\"y\"}",
        "{\"text\":\"x\"},",
        "[{\"text\":\"x\"}]",
        "\"text\"",
        "null",
        "1",
        "{\"text\":\"x\",\"text\":\"y\"}",
        "{\"text\":\"x\",\"te\\u0078t\":\"y\"}",
        "{\"text\":NaN}",
        "{\"text\":+1}",
        "{\"text\":01}",
        "{\"text\":\"one\ntwo\"}",
        "{\"text\":\"\\x\"}",
        "{\"text\":\"\\ud83e\"}",
        "{\"text\":\"\\udd8a\\ud83e\"}",
        "{\"\\ud83e\":\"x\"}",
        "[".repeat(10_000),
        "{\"text\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}",
        "{\"text\":" + "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000) + "}",
    };

    /** Bytes, in hexadecimal. */
    static final String[] NOT_UTF_8 = {"ff", "80", "c328", "c0af", "eda080", "edb08a", "f4908080", "f09fa6"};

    private final RunningServer server;
    private final Bystander bystander;

    MalformedBodyTests(RunningServer server) {
        this.server = server;
        this.bystander = new Bystander(server);
    }

    @AfterEach
    void leave() {
        bystander.close();
    }

    @ParameterizedTest
    @FieldSource("MALFORMED")
    void refusesWhatIsNoJsonObject(String body) {
        bystander.assertRefused(server.post(path(), JSON, body), 400, "malformed-json");
    }

    @ParameterizedTest
    @FieldSource("NOT_UTF_8")
    void refusesJsonThatIsNotUtf8(String hex) {
        byte[] body = ("{\"text\":\"" + bytes(hex) + "\"}").getBytes(ISO_8859_1);
        bystander.assertRefused(server.post(path(), JSON, body), 400, "malformed-json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32"})
    void refusesJsonInAnotherEncoding(String encoding) {
        byte[] body = "{\"text\":\"x\"}".getBytes(Charset.forName(encoding));
        bystander.assertRefused(server.post(path(), JSON, body), 400, "malformed-json");
    }

    @ParameterizedTest
    @FieldSource("NOT_UTF_8")
    void refusesPlainTextThatIsNotUtf8(String hex) {
        byte[] body = HexFormat.of().parseHex(hex);
        bystander.assertRefused(server.post(path(), "text/plain", body), 400, "malformed-text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text=%ff", "text=%C3%28", "text=%ED%A0%80", "text=%zz", "text=%", "text=%4"})
    void refusesAFormWhoseEscapesAreNotUtf8(String body) {
        bystander.assertRefused(server.post(path(), "application/x-www-form-urlencoded", body), 400, "malformed-form");
    }

    @ParameterizedTest
    @FieldSource("NOT_UTF_8")
    void refusesAnEventThatIsNotUtf8(String hex) {
        byte[] body = event("\"" + bytes(hex) + "\"").getBytes(ISO_8859_1);
        bystander.assertRefused(server.post("/broadcast", JSON, body), 400, "malformed-json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\ud83e\"",
                "\"\\udd8a\"",
                "{\"a\":[\"\\ud83ex\"]}",
                "{\"\\ud83e\":1}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,}",
                "[1,]",
                "'a'",
                "NaN",
                "-Infinity",
                "tru",
                "1 2",
                ""
            })
    void refusesAPayloadThatIsNoJson(String payload) {
        bystander.assertRefused(server.post("/broadcast", JSON, event(payload)), 400, "malformed-json");
    }

    @ParameterizedTest
    @ValueSource(ints = {501, 10_000})
    void refusesAPayloadNestedTooDeep(int depth) {
        String payload = "[".repeat(depth) + "]".repeat(depth);
        bystander.assertRefused(server.post("/broadcast", JSON, event(payload)), 400, "malformed-json");
    }

    private String path() {
        return "/messages?room=" + bystander.room();
    }

    private String event(String payload) {
        return "{\"room\":\"" + bystander.room() + "\",\"event\":\"x\",\"payload\":" + payload + "}";
    }

    /** Each byte as a character. */
    private static String bytes(String hex) {
        return new String(HexFormat.of().parseHex(hex), ISO_8859_1);
    }
}
