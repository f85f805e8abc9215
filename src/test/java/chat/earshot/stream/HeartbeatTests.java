package chat.earshot.stream;

import static chat.earshot.stream.Golden.assertNext;
import static chat.earshot.stream.Golden.chunks;
import static chat.earshot.stream.Golden.opening;
import static chat.earshot.stream.Golden.ping;
import static chat.earshot.stream.Golden.stream;
import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.RunningServer;
import chat.earshot.testing.EventStream;
import chat.earshot.testing.RawHttp;
import chat.earshot.testing.SseBlock;
import org.junit.jupiter.api.Test;

/** What a stream says by itself while nobody speaks. */
@SmallServerTest
class HeartbeatTests {

    private final RunningServer server;
    private final String room;

    HeartbeatTests(RunningServer server) {
        this.server = server;
        this.room = server.newRoom();
    }

    @Test
    void sendsACommentWhileNobodySpeaks() {
        String id = server.client().post("hello", "ann", room).id();

        try (RawHttp http = stream(server, "room=" + room)) {
            assertNext(http, chunks(opening(id), ":\n\n", ":\n\n"));
        }
    }

    @Test
    void sendsAnEventThatScriptCanSeeToWhoAsks() {
        String id = server.client().post("hello", "ann", room).id();

        try (RawHttp http = stream(server, "room=" + room + "&ping=true")) {
            assertNext(http, chunks(opening(id), ping(300), ping(300)));
        }
    }

    @Test
    void tellsThatSomebodyCameAndWent() {
        try (EventStream watcher =
                server.events(room).parameter("presence", "true").open().awaitOpen()) {
            assertThat(watcher.nextEvent().data()).isEqualTo(presence(1));
            try (EventStream other = server.listen(room)) {
                assertThat(watcher.nextEvent().data()).isEqualTo(presence(2));
            }
            assertThat(watcher.nextEvent().data()).isEqualTo(presence(1));
        }
    }

    @Test
    void tellsPresenceOnlyToWhoAsks() {
        try (EventStream plain = server.listen(room);
                EventStream watcher =
                        server.events(room).parameter("presence", "true").open().awaitOpen()) {
            watcher.nextEvent();
            server.client().post("marker", "ann", room);

            assertThat(plain.nextEvent().data()).contains("marker");
        }
    }

    @Test
    void givesHeartbeatsNoId() {
        try (EventStream stream =
                server.events(room).parameter("ping", "true").open().awaitOpen()) {
            String position = stream.lastEventId();
            SseBlock ping = stream.nextEvent();

            assertThat(ping.id()).isNull();
            assertThat(stream.lastEventId()).isEqualTo(position);
        }
    }

    private String presence(int streams) {
        return "{\"room\":\"" + room + "\",\"streams\":" + streams + "}";
    }
}
