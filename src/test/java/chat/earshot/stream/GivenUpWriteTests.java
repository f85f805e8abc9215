package chat.earshot.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.earshot.EarshotTest;
import chat.earshot.RunningServer;
import chat.earshot.event.Room;
import chat.earshot.testing.Deadline;
import chat.earshot.testing.End;
import chat.earshot.testing.EventStream;
import org.junit.jupiter.api.Test;

/** A write that no longer moves. */
@EarshotTest(properties = {"earshot.limits.write-timeout=3s", "earshot.stream.heartbeat=300ms"})
class GivenUpWriteTests {

    private final RunningServer server;
    private final EmitterRegistry registry;
    private final String room;

    GivenUpWriteTests(RunningServer server, EmitterRegistry registry) {
        this.server = server;
        this.registry = registry;
        this.room = server.newRoom();
    }

    @Test
    void freesThePlaceOfAReaderThatOnlyHoldsItsLine() {
        try (EventStream stalled = stalled()) {
            awaitNobody();
        }
    }

    @Test
    void endsTheLine() {
        try (EventStream stalled = stalled()) {
            awaitNobody();
            stalled.resume();

            assertThat(stalled.awaitClosed()).isEqualTo(End.CUT);
        }
    }

    private EventStream stalled() {
        EventStream stream = server.events(room).receiveBuffer(2_048).open().awaitOpen();
        stream.pause();
        server.sayMuch(room, 120);
        return stream;
    }

    private void awaitNobody() {
        await().atMost(Deadline.GENEROUS).until(() -> registry.count(new Room(room)) == 0);
    }
}
