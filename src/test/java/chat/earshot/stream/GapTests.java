package chat.earshot.stream;

import static chat.earshot.stream.Golden.assertNext;
import static chat.earshot.stream.Golden.at;
import static chat.earshot.stream.Golden.chunks;
import static chat.earshot.stream.Golden.epoch;
import static chat.earshot.stream.Golden.gap;
import static chat.earshot.stream.Golden.message;
import static chat.earshot.stream.Golden.opening;
import static chat.earshot.stream.Golden.quoted;
import static chat.earshot.stream.Golden.stream;
import static java.nio.charset.StandardCharsets.UTF_8;

import chat.earshot.Bystander;
import chat.earshot.EarshotTest;
import chat.earshot.Reply;
import chat.earshot.RunningServer;
import chat.earshot.testing.RawHttp;
import java.net.URLEncoder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What a stream says to a client whose cursor is no position of its room, and that it goes on live. */
@EarshotTest
class GapTests {

    /** What is no id, be it as a header or as a parameter; E stands for the room's epoch. */
    static final String[] GARBAGE = {
        "x",
        "0",
        "null",
        "E",
        "E-",
        "-1",
        "E--1",
        "E-01",
        "E-1x",
        "E-1-1",
        "e-1",
        "E-1 E-1",
        "E-1,E-1",
        "E-9223372036854775808",
        "E-99999999999999999999999",
        "E-٣",
        "E-１",
        "ＡＢＣＤＥＦＧＨ-1",
        "\"},\"x\":{\"",
        "<script>alert(1)</script>",
        "x".repeat(4_000)
    };

    private final RunningServer server;
    private final String room;
    private final String head;
    private final String other;
    private final Bystander bystander;

    GapTests(RunningServer server) {
        this.server = server;
        this.room = server.newRoom();
        this.head = server.say(room, 3).getLast();
        this.other = server.say(server.newRoom(), 1).getFirst();
        this.bystander = new Bystander(server, room);
    }

    @AfterEach
    void leave() {
        bystander.close();
    }

    @ParameterizedTest
    @FieldSource("GARBAGE")
    void goesOnLiveAfterGarbageAndDoesNotRepeatIt(String garbage) {
        assertGap("null", "unknown", "", header(garbage.replace("E", epoch(head))));
    }

    @ParameterizedTest
    @FieldSource("GARBAGE")
    void goesOnLiveAfterGarbageInTheParameter(String garbage) {
        String cursor = URLEncoder.encode(garbage.replace("E", epoch(head)), UTF_8);
        assertGap("null", "unknown", "&lastEventId=" + cursor);
    }

    @Test
    void takesTwoHeadersForNoPosition() {
        assertGap("null", "unknown", "", header(at(head, 1)), header(at(head, 1)));
    }

    @Test
    void takesTwoParametersForNoPosition() {
        String cursor = "&lastEventId=" + at(head, 1);
        assertGap("null", "unknown", cursor + cursor);
    }

    @Test
    void doesNotKnowAnotherRoomsId() {
        assertGap(other, "unknown");
    }

    @Test
    void doesNotKnowAnIdOfAnotherLife() {
        assertGap("aaaaaaaa-2", "unknown");
    }

    @Test
    void doesNotKnowThePositionBeforeTheFirstEventOfAnotherLife() {
        assertGap("aaaaaaaa-0", "unknown");
    }

    @Test
    void saysThatAnIdIsStillToCome() {
        assertGap(at(head, 4), "future");
    }

    @Test
    void saysThatTheLargestIdIsStillToCome() {
        assertGap(at(head, 999_999_999_999_999_999L), "future");
    }

    private static String header(String cursor) {
        return "Last-Event-ID: " + cursor;
    }

    /** By the header as by the parameter. */
    private void assertGap(String id, String reason) {
        try (RawHttp http = stream(server, "room=" + room + "&lastEventId=" + id)) {
            assertNext(http, chunks(opening(head) + gap(room, quoted(id), reason, "null", head)));
        }
        assertGap(quoted(id), reason, "", header(id));
    }

    private void assertGap(String requested, String reason, String query, String... headers) {
        try (RawHttp http = stream(server, "room=" + room + query, headers)) {
            assertNext(http, chunks(opening(head) + gap(room, requested, reason, "null", head)));
            Reply next = bystander.assertNothingHappened();
            assertNext(http, chunks(message(at(head, 4), room, "ann", "next", next.text("sentAt"))));
        }
    }
}
