package chat.earshot.stream;

import static chat.earshot.stream.Golden.assertNext;
import static chat.earshot.stream.Golden.at;
import static chat.earshot.stream.Golden.chunks;
import static chat.earshot.stream.Golden.gap;
import static chat.earshot.stream.Golden.message;
import static chat.earshot.stream.Golden.opening;
import static chat.earshot.stream.Golden.ping;
import static chat.earshot.stream.Golden.quoted;
import static chat.earshot.stream.Golden.sentAt;
import static chat.earshot.stream.Golden.stream;
import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.EarshotTest;
import chat.earshot.RunningServer;
import chat.earshot.testing.ChatClient.Answer;
import chat.earshot.testing.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** What a stream sends, byte for byte. */
@EarshotTest
class GoldenFrameTests {

    /** Texts, and what JSON makes of them. */
    static final String[][] TEXTS = {
        {"hello", "hello"},
        {"one\ntwo", "one\\ntwo"},
        {"one\rtwo", "one\\rtwo"},
        {"one\r\ntwo\n", "one\\r\\ntwo\\n"},
        {"\n\ndata: x", "\\n\\ndata: x"},
        {"x\nid: 9", "x\\nid: 9"},
        {"x\nevent: gap\ndata: {}\n\n", "x\\nevent: gap\\ndata: {}\\n\\n"},
        {"a\tb", "a\\tb"},
        {"\"quoted\" \\n and '", "\\\"quoted\\\" \\\\n and '"},
        {"grüße, 世界, 🦊", "grüße, 世界, 🦊"},
        {"👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"},
        {"line\u2028paragraph\u2029end", "line\u2028paragraph\u2029end"},
        {"\u202Eright to left\u202C", "\u202Eright to left\u202C"},
        {"שלום مرحبا", "שלום مرحبا"},
        {"a" + "\u0301".repeat(3_000), "a" + "\u0301".repeat(3_000)},
        {"<script>alert(1)</script> {{7*7}} ${jndi:ldap://x}", "<script>alert(1)</script> {{7*7}} ${jndi:ldap://x}"},
    };

    private final RunningServer server;
    private final String room;

    GoldenFrameTests(RunningServer server) {
        this.server = server;
        this.room = server.newRoom();
    }

    @Test
    void opensWithWhenToComeBackACommentAndThePosition() {
        String id = server.client().post("hello", "ann", room).id();

        try (RawHttp http = stream(server, "room=" + room)) {
            assertNext(http, chunks("retry: 3000\n: earshot\nid: " + id + "\n\n"));
        }
    }

    @Test
    void opensASilentRoomAtThePositionBeforeTheFirstEvent() {
        try (RawHttp http = stream(server, "room=" + room)) {
            assertThat(http.readChunk().text()).matches("retry: 3000\n: earshot\nid: [a-z0-9]{8}-0\n\n");
        }
    }

    @ParameterizedTest
    @FieldSource("TEXTS")
    void sendsAMessageAsOneLineOfJson(String text, String quoted) {
        String first = server.client().post("first", "ann", room).id();
        try (RawHttp http = stream(server, "room=" + room)) {
            Answer posted = server.client().post(text, "ann", room);

            String id = at(first, 2);
            assertNext(http, chunks(opening(first), message(id, room, "ann", quoted, sentAt(posted))));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"symbol":"RELIANCE","price":2750} | {"symbol":"RELIANCE","price":2750}
            { "b" : 1.50 , "a" : [ 1e3 , -0 ] } | {"b":1.50,"a":[1e3,-0]}
            null | null
            "two words \\n \\u2028 \\ud83e\\udd8a 🦊" | "two words \\n \\u2028 \\ud83e\\udd8a 🦊"
            """)
    void sendsACustomEventUnderItsTypeWithItsPayloadAlone(String payload, String data) {
        String first = server.client().post("first", "ann", room).id();
        try (RawHttp http = stream(server, "room=" + room)) {
            server.client().broadcast("stockUpdate", payload, room);

            String block = "id: " + at(first, 2) + "\nevent: stockUpdate\ndata: " + data + "\n\n";
            assertNext(http, chunks(opening(first), block));
        }
    }

    /** Script hears no event of a type it does not listen for, but the next one it hears has that one's id. */
    @Test
    void followsACustomEventWithAPingWhereOneIsAskedFor() {
        String first = server.client().post("first", "ann", room).id();
        try (RawHttp http = stream(server, "room=" + room + "&ping=true")) {
            server.client().broadcast("x", "1", room);

            String block = "id: " + at(first, 2) + "\nevent: x\ndata: 1\n\n";
            assertNext(http, chunks(opening(first), ping(15_000), block, ping(15_000)));
        }
    }

    @Test
    void followsAMessageWithNoPing() {
        String first = server.client().post("first", "ann", room).id();
        try (RawHttp http = stream(server, "room=" + room + "&ping=true")) {
            assertNext(http, chunks(opening(first), ping(15_000)));
            for (int sequence = 2; sequence <= 3; sequence++) {
                String sentAt = sentAt(server.client().post("x", "ann", room));
                assertNext(http, chunks(message(at(first, sequence), room, "ann", "x", sentAt)));
            }
        }
    }

    @Test
    void sendsAGapWithItsOwnIdBeforeAnythingElse() {
        String id = server.client().post("hello", "ann", room).id();
        String future = at(id, 9);

        try (RawHttp http = stream(server, "room=" + room, "Last-Event-ID: " + future)) {
            String gap = gap(room, quoted(future), "future", "null", id);
            assertNext(http, chunks(opening(id) + gap));
        }
    }

    @Test
    void sendsManyEventsThatWaitAsOneChunk() {
        Answer first = server.client().post("one", "ann", room);
        Answer second = server.client().post("two", "bob", room);
        String start = at(first.id(), 0);

        try (RawHttp http = stream(server, "room=" + room + "&last=2")) {
            String both = message(first.id(), room, "ann", "one", sentAt(first))
                    + message(second.id(), room, "bob", "two", sentAt(second));
            assertNext(http, chunks(opening(start), both));
        }
    }

    @Test
    void tellsHowManyListenToWhoAsks() {
        String id = server.client().post("hello", "ann", room).id();

        try (RawHttp http = stream(server, "room=" + room + "&presence=true")) {
            String presence = "event: presence\ndata: {\"room\":\"" + room + "\",\"streams\":1}\n\n";
            assertNext(http, chunks(opening(id), presence));
        }
    }
}
