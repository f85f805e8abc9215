package chat.earshot.stream;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.EarshotTest;
import chat.earshot.Reply;
import chat.earshot.RunningServer;
import chat.earshot.testing.ChatClient.Answer;
import chat.earshot.testing.EventStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The list of rooms. */
@EarshotTest
class RoomsTests {

    private static final int MOST = 200;

    private final RunningServer server;
    private final String room;

    RoomsTests(RunningServer server) {
        this.server = server;
        this.room = server.newRoom();
    }

    @Test
    void tellsOfEachRoomHowFarItIsAndWhoListens() {
        Answer said = server.client().post("hello", "ann", room);
        try (EventStream one = server.listen(room);
                EventStream other = server.listen(room)) {
            assertThat(server.get("/rooms").body())
                    .startsWith("[{\"room\":\"" + room + "\",\"head\":\"" + said.id() + "\",\"lastSentAt\":\""
                            + Golden.sentAt(said) + "\",\"streams\":2}");
        }
    }

    @Test
    void namesTheLatestSpokenInFirst() {
        String other = server.newRoom();
        server.say(room, 1);
        String before = Golden.sentAt(server.client().post("hello", "ann", other));
        while (Golden.sentAt(server.client().post("hello", "ann", room)).equals(before)) {
            Thread.onSpinWait(); // in the same millisecond neither is the later
        }

        assertThat(names().subList(0, 2)).containsExactly(room, other);
    }

    @Test
    void keepsARoomThatIsOnlyListenedToOut() {
        try (EventStream stream = server.listen(room)) {
            assertThat(names()).doesNotContain(room);
        }
    }

    @Test
    void keepsARoomThatIsOnlyReadOut() {
        server.get("/messages?room=" + room);

        assertThat(names()).doesNotContain(room);
    }

    @Test
    void givesARoomItsFirstEventWhereSomebodyListensAlready() {
        try (EventStream stream = server.listen(room)) {
            String id = server.say(room, 1).getFirst();

            assertThat(stream.nextEvent().id()).isEqualTo(id);
            assertThat(Golden.epoch(id)).isEqualTo(Golden.epoch(stream.lastEventId()));
        }
    }

    @Test
    void namesSoManyAtMost() {
        for (int i = 0; i <= MOST; i++) {
            server.say(server.newRoom(), 1);
        }

        assertThat(names()).hasSize(MOST);
    }

    @Test
    void refusesToAnswerWhatItCannot() {
        assertThat(server.get("/rooms", "Accept: image/png").status()).isEqualTo(406);
    }

    private List<String> names() {
        Reply reply = server.get("/rooms");
        return reply.json()
                .valueStream()
                .map(line -> line.get("room").stringValue())
                .toList();
    }
}
