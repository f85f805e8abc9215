package chat.earshot.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.earshot.Bystander;
import chat.earshot.EarshotTest;
import chat.earshot.Reply;
import chat.earshot.RunningServer;
import chat.earshot.event.Room;
import chat.earshot.testing.Deadline;
import chat.earshot.testing.EventStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** More streams than there may be: they are refused with a reason and a time, and everyone else notices nothing. */
@EarshotTest(
        properties = {
            "earshot.stream.heartbeat=300ms",
            "earshot.limits.streams=" + StreamLimitTests.ALL,
            "earshot.limits.streams-per-address=" + StreamLimitTests.ONE_ADDRESS,
            "earshot.limits.streams-per-room=" + StreamLimitTests.ONE_ROOM
        })
class StreamLimitTests {

    static final int ALL = 9; // with the bystander
    static final int ONE_ADDRESS = 3;
    static final int ONE_ROOM = 2;

    private final RunningServer server;
    private final EmitterRegistry registry;
    private final Places places;
    private final Bystander bystander;
    private final List<EventStream> open = new ArrayList<>();

    StreamLimitTests(RunningServer server, EmitterRegistry registry, Places places) {
        this.server = server;
        this.registry = registry;
        this.places = places;
        this.bystander = new Bystander(server);
    }

    @AfterEach
    void leave() {
        open.forEach(EventStream::abort);
        bystander.close();
        await().atMost(Deadline.GENEROUS).until(() -> places.taken() == 0);
    }

    @Test
    void refusesOneMoreOfAnAddress() {
        fill("192.0.2.1");

        assertRefused("192.0.2.1", server.newRoom(), 429, "too-many-streams-per-address");
    }

    @Test
    void takesAnotherAddressMeanwhile() {
        fill("192.0.2.1");

        listen("192.0.2.2", server.newRoom());
    }

    @Test
    void refusesOneMoreInARoom() {
        String room = server.newRoom();
        listen("192.0.2.1", room);
        listen("192.0.2.2", room);

        assertRefused("192.0.2.3", room, 503, "too-many-streams-per-room");
        listen("192.0.2.3", server.newRoom());
    }

    @Test
    void refusesOneMoreInAll() {
        fill("192.0.2.1");
        fill("192.0.2.2");
        listen("192.0.2.3", server.newRoom());
        listen("192.0.2.3", server.newRoom());

        assertRefused("192.0.2.4", server.newRoom(), 503, "too-many-streams");
    }

    @Test
    void servesEverythingElseWhereItIsFull() {
        listen("192.0.2.1", bystander.room());
        EventStream one = open.getFirst();
        fill("192.0.2.1", ONE_ADDRESS - 1);
        for (int i = 0; i < 20; i++) {
            assertThat(head("192.0.2.1", server.newRoom())).isEqualTo(429);
        }

        assertThat(server.get("/readyz").status()).isEqualTo(200);
        Reply said = bystander.assertNothingHappened();
        assertThat(one.nextEvent().id()).isEqualTo(said.text("id"));
    }

    @Test
    void takesAPlaceThatIsFreeAgain() {
        fill("192.0.2.1");
        open.removeFirst().abort();

        await().atMost(Deadline.GENEROUS).until(() -> head("192.0.2.1", server.newRoom()) == 200);
    }

    /** A refused stream that took a place for good would leave less of them each time. */
    @Test
    void losesNoPlaceByRefusing() {
        int before = places.taken();
        fill("192.0.2.1");
        for (int i = 0; i < 50; i++) {
            head("192.0.2.1", server.newRoom());
            head("192.0.2.1", "Bad%20Name");
        }
        open.forEach(EventStream::abort);
        open.clear();
        await().atMost(Deadline.GENEROUS).until(() -> places.taken() == before);

        await().atMost(Deadline.GENEROUS).until(() -> head("192.0.2.1", server.newRoom()) == 200);
        fill("192.0.2.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6.6.6.6, 192.0.2.1",
                "192.0.2.1, 127.0.0.1",
                "garbage, 192.0.2.1:4711",
                "127.0.0.1,192.0.2.1,::1",
            })
    void isNotFooledByWhatStandsLeftOfTheAddress(String forwarded) {
        fill("192.0.2.1");

        assertRefused(forwarded, server.newRoom(), 429, "too-many-streams-per-address");
    }

    @Test
    void countsAnIpv6NetworkAsOne() {
        listen("2001:db8:0:1::1", server.newRoom());
        listen("2001:db8:0:1:ffff::2", server.newRoom());
        listen("[2001:db8:0:1::3]:4711", server.newRoom());

        assertRefused("2001:db8:0:1::4", server.newRoom(), 429, "too-many-streams-per-address");
        listen("2001:db8:0:2::1", server.newRoom());
    }

    private void fill(String address) {
        fill(address, ONE_ADDRESS);
    }

    private void fill(String address, int streams) {
        for (int i = 0; i < streams; i++) {
            listen(address, server.newRoom());
        }
    }

    private void listen(String address, String room) {
        open.add(server.events(room).header("X-Forwarded-For", address).open().awaitOpen());
        assertThat(registry.count(new Room(room))).isPositive();
    }

    /** What a stream would be answered, without one. */
    private int head(String address, String room) {
        try (var http = server.ask("HEAD", "/events?room=" + room, "X-Forwarded-For: " + address)) {
            return http.readHead().status();
        }
    }

    private void assertRefused(String address, String room, int status, String problem) {
        Reply reply = server.get("/events?room=" + room, "X-Forwarded-For: " + address);

        bystander.assertRefused(reply, status, problem);
        assertThat(reply.header("Retry-After"))
                .hasValueSatisfying(
                        seconds -> assertThat(Integer.parseInt(seconds)).isPositive());
        assertThat(head(address, room)).isEqualTo(status);
    }
}
