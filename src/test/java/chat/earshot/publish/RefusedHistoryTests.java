package chat.earshot.publish;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.Bystander;
import chat.earshot.EarshotTest;
import chat.earshot.Reply;
import chat.earshot.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages and events that are asked for and cannot be. */
@EarshotTest
class RefusedHistoryTests {

    private final RunningServer server;
    private final String epoch;
    private final String other;
    private final Bystander bystander;

    RefusedHistoryTests(RunningServer server) {
        String room = server.newRoom();
        this.server = server;
        this.epoch = server.say(room, 5).getFirst().substring(0, 8);
        this.other = server.say(server.newRoom(), 1).getFirst();
        this.bystander = new Bystander(server, room);
    }

    @AfterEach
    void leave() {
        bystander.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "before=E-2&after=E-1",
                "before=",
                "after=",
                "before=x",
                "after=E",
                "before=E--1",
                "after=E-01",
                "before=E-6",
                "after=E-6",
                "before=E-9223372036854775808",
                "after=E-%D9%A3",
                "before=aaaaaaaa-1",
                "after=aaaaaaaa-0",
            })
    void refusesACursorThatIsNoPositionOfTheRoom(String query) {
        assertRefused(query, "invalid-cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"before=", "after="})
    void refusesACursorOfAnotherRoomAndALongOne(String parameter) {
        assertRefused(parameter + other, "invalid-cursor");
        assertRefused(parameter + "x".repeat(4_000), "invalid-cursor");
        assertRefused(parameter + "9".repeat(4_000), "invalid-cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "1e9", "x", "", "+1", "1.0", "99999999999", "%D9%A3"})
    void refusesALimitThatIsNoNumberInItsRange(String limit) {
        assertRefused("limit=" + limit, "invalid-limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"before=E-1&before=E-2", "after=E-1&after=E-1", "limit=1&limit=2", "room=other"})
    void refusesWhatIsGivenTwice(String query) {
        assertThat(page(query).status()).isEqualTo(400);
    }

    @Test
    void refusesARoomThatCannotBe() {
        bystander.assertRefused(server.get("/messages?room=Lobby"), 400, "invalid-room");
    }

    @ParameterizedTest
    @ValueSource(strings = {"E-0", "E-6", "E-01", "E", "x", "aaaaaaaa-1", "E-9223372036854775808", "E-1%20"})
    void knowsNoEventThatIsNotThere(String id) {
        bystander.assertRefused(server.get("/messages/" + withEpoch(id)), 404, "not-found");
    }

    @Test
    void refusesToAnswerWhatItCannot() {
        Reply reply = server.get("/messages?room=" + bystander.room(), "Accept: image/png");

        bystander.assertRefused(reply, 406, "not-acceptable");
    }

    private void assertRefused(String query, String problem) {
        bystander.assertRefused(page(query), 400, problem);
    }

    private Reply page(String query) {
        return server.get("/messages?room=" + bystander.room() + "&" + withEpoch(query));
    }

    private String withEpoch(String text) {
        return text.replace("E", epoch);
    }
}
