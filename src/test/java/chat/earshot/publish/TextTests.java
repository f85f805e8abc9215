package chat.earshot.publish;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.EarshotTest;
import chat.earshot.RunningServer;
import chat.earshot.testing.ChatClient.Answer;
import chat.earshot.testing.EventStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.json.JsonMapper;

/** Texts and authors at the edge of what may be said: the same comes back, wherever it is read. */
@EarshotTest
class TextTests {

    static final String[] TEXTS = {
        "x".repeat(4_000),
        "🦊".repeat(4_000),
        "👩‍👩‍👧‍👦".repeat(571), // 7 code points each
        "a" + "\u0301".repeat(3_999),
        "one\ntwo",
        "one\rtwo\r\nthree\n",
        "\n\ndata: x",
        "x\nid: 9",
        "x\nevent: gap",
        "tab\there",
        "line\u2028paragraph\u2029end",
        "\u202Eright to left\u202C",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "{{7*7}} ${7*7} #{7*7} *{7*7} [[${7*7}]]",
        "${jndi:ldap://localhost/x}",
        "'; DROP TABLE event; --",
        "%s %n {0} {}",
        " leading and trailing ",
        "\uFEFFmark",
        "zero\u200Bwidth",
    };

    static final String[] AUTHORS = {
        "x".repeat(64),
        "🦊".repeat(64),
        "می‌خواهم", // with ZWNJ
        "क्‍ष", // with ZWJ
        "👩‍👩‍👧‍👦",
        "❤️",
        "O'Brien & <b>sons</b>",
        "two words"
    };

    private final RunningServer server;
    private final String room;

    TextTests(RunningServer server) {
        this.server = server;
        this.room = server.newRoom();
    }

    @ParameterizedTest
    @FieldSource("TEXTS")
    void givesTheSameTextBack(String text) {
        Answer posted = server.client().post(text, "ann", room);

        assertThat(posted.status()).isEqualTo(201);
        assertThat(field(posted.body(), "text")).isEqualTo(text);
        assertThat(server.get("/messages/" + posted.id()).text("text")).isEqualTo(text);
    }

    @ParameterizedTest
    @FieldSource("TEXTS")
    void deliversTheSameTextAsOneEvent(String text) {
        try (EventStream stream = server.listen(room)) {
            server.client().post(text, "ann", room);
            server.client().post("marker", "ann", room);

            assertThat(stream.takeEvents(2))
                    .extracting(block -> field(block.data(), "text"))
                    .containsExactly(text, "marker");
        }
    }

    @ParameterizedTest
    @FieldSource("AUTHORS")
    void keepsTheAuthor(String author) {
        assertThat(field(server.client().post("x", author, room).body(), "author"))
                .isEqualTo(author);
    }

    private static String field(String json, String name) {
        return JsonMapper.shared().readTree(json).get(name).stringValue();
    }
}
