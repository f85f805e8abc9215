package chat.earshot.publish;

import chat.earshot.Bystander;
import chat.earshot.EarshotTest;
import chat.earshot.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that are understood and cannot be said. After each of them nothing is stored and nothing is heard. */
@EarshotTest
class UnsayableTests {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    /** As JSON. */
    static final String[] TEXTS = {
        "null",
        "1",
        "true",
        "{}",
        "[]",
        "[\"x\"]",
        "1" + "0".repeat(60_000),
        "\"\"",
        "\"   \"",
        "\"" + "👩‍👩‍👧‍👦".repeat(572) + "\"", // 7 code points each
        "\" \\n\\r\\n\\t \"",
        "\"\\u00a0\\u3000\\u2028\"",
        "\"\\u200b\\u200c\\u200d\\u2060\\ufeff\\u00ad\"",
        "\"\\u3164\"",
        "\"a\\u0000b\"",
        "\"\\u0007\"",
        "\"\\u001b[31mred\"",
        "\"a\\u007f\"",
        "\"a\\u0085b\"",
        "\"a\\u009fb\"",
        "\"" + "x".repeat(4_001) + "\"",
        "\"" + "🦊".repeat(4_001) + "\"",
    };

    /** As JSON. */
    static final String[] AUTHORS = {
        "null",
        "1",
        "{}",
        "\"\"",
        "\" \"",
        "\"" + "x".repeat(65) + "\"",
        "\"" + "🦊".repeat(65) + "\"",
        "\"a\\nb\"",
        "\"a\\rb\"",
        "\"a\\tb\"",
        "\"a\\u0000b\"",
        "\"a\\u2028b\"",
        "\"a\\u202eb\"",
        "\"a\\u2066b\"",
        "\"a\\u200bb\"",
        "\"a\\u200d\"",
        "\"\\u200db\"",
        "\"1\\u200d2\"",
        "\"\\ufeffa\"",
        "\"\\u3164\"",
        "\"a\\ufe0f\"",
    };

    private final RunningServer server;
    private final Bystander bystander;

    UnsayableTests(RunningServer server) {
        this.server = server;
        this.bystander = new Bystander(server);
    }

    @AfterEach
    void leave() {
        bystander.close();
    }

    @ParameterizedTest
    @FieldSource("TEXTS")
    void refusesATextThatCannotBeSaid(String text) {
        assertRefused(JSON, "{\"text\":" + text + "}", "invalid-text");
    }

    @Test
    void refusesAMissingText() {
        assertRefused(JSON, "{\"author\":\"ann\"}", "invalid-text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\r\n\t", "\u200B\u2060\u00AD", "a\0b", "\u001B[31m"})
    void refusesPlainTextThatCannotBeSaid(String text) {
        assertRefused("text/plain", text, "invalid-text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text=", "text=+", "text=%00", "author=x&text="})
    void refusesAFormThatCannotBeSaid(String form) {
        assertRefused(FORM, form, "invalid-text");
    }

    @ParameterizedTest
    @FieldSource("AUTHORS")
    void refusesAnAuthorThatCannotBe(String author) {
        assertRefused(JSON, "{\"text\":\"x\",\"author\":" + author + "}", "invalid-author");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+", "a%0Ab", "a%E2%80%AEb"})
    void refusesAnAuthorInTheQueryThatCannotBe(String author) {
        bystander.assertRefused(server.post(path() + "&author=" + author, "text/plain", "x"), 422, "invalid-author");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "sentAt", "seq", "sequence", "type", "__proto__", "@class", "Text", "text ", ""})
    void refusesAFieldItDoesNotKnow(String field) {
        assertRefused(JSON, "{\"text\":\"x\",\"" + field + "\":\"y\"}", "unknown-field");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id=1&text=x", "text=x&id=1", "text=x&__proto__", "text=x&Author=a", "text=x&=y"})
    void refusesAFieldOfAFormItDoesNotKnow(String form) {
        assertRefused(FORM, form, "unknown-field");
    }

    @Test
    void refusesManyFieldsItDoesNotKnow() {
        StringBuilder body = new StringBuilder("{\"text\":\"x\"");
        for (int i = 0; i < 6_000; i++) {
            body.append(",\"").append(i).append("\":1");
        }
        assertRefused(JSON, body + "}", "unknown-field");
    }

    private void assertRefused(String type, String body, String problem) {
        bystander.assertRefused(server.post(path(), type, body), 422, problem);
    }

    private String path() {
        return "/messages?room=" + bystander.room();
    }
}
