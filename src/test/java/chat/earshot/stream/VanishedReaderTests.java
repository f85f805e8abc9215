package chat.earshot.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.earshot.RunningServer;
import chat.earshot.event.Room;
import chat.earshot.testing.Deadline;
import chat.earshot.testing.EventStream;
import chat.earshot.testing.RawHttp;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Readers that go away, with a word or without: what they took is free again soon after the next heartbeat. */
@SmallServerTest
class VanishedReaderTests {

    private static final int CROWD = 1_000;

    /** Descriptors that have nothing to do with streams, such as the connections that clients keep. */
    private static final long OTHERS = 50;

    /** A third of what a thousand streams take; without them it is some 100 KB more or less. */
    private static final long OTHER_BYTES = 3 << 20;

    private final RunningServer server;
    private final EmitterRegistry registry;
    private final String room;

    VanishedReaderTests(RunningServer server, EmitterRegistry registry) {
        this.server = server;
        this.registry = registry;
        this.room = server.newRoom();
    }

    @Test
    void leavesTheRegistryAfterAReset() {
        server.listen(room).abort();

        awaitNobodyIn(room);
    }

    @Test
    void leavesTheRegistryAfterAnOrderlyEnd() {
        server.listen(room).close();

        awaitNobodyIn(room);
    }

    @Test
    void leavesTheRegistryWhereItHadStoppedReadingBefore() {
        stalled().abort();

        awaitNobodyIn(room);
    }

    @Test
    void leavesTheOthersAlone() {
        try (EventStream stays = server.listen(room)) {
            server.listen(room).abort();
            await().atMost(Deadline.GENEROUS).until(() -> registry.count(new Room(room)) == 1);
            String next = server.client().post("next", "ann", room).id();

            assertThat(stays.nextEvent().id()).isEqualTo(next);
        }
    }

    @Test
    void leavesNothingOfAThousand() throws IOException {
        comeAndGo(); // after which pools and classes have the size that they keep
        await().atMost(Deadline.GENEROUS).until(registry::isEmpty);
        Footprint before = Footprint.now();
        comeAndGo();

        await().atMost(Deadline.GENEROUS).until(registry::isEmpty);
        await().atMost(Deadline.GENEROUS).untilAsserted(() -> {
            Footprint after = Footprint.now();
            assertThat(after.subscriberThreads()).isLessThanOrEqualTo(before.subscriberThreads());
            assertThat(after.descriptors()).isLessThan(before.descriptors() + OTHERS);
            assertThat(after.heap()).isLessThan(before.heap() + OTHER_BYTES);
        });
    }

    private EventStream stalled() {
        EventStream stream = server.events(room).receiveBuffer(2_048).open().awaitOpen();
        stream.pause();
        server.sayMuch(room, 120);
        return stream;
    }

    private void comeAndGo() {
        List<RawHttp> crowd = Stream.generate(() -> server.ask("GET", "/events?room=" + room))
                .limit(CROWD)
                .toList();
        crowd.forEach(RawHttp::readHead);
        crowd.forEach(RawHttp::readChunk);
        assertThat(registry.count(new Room(room))).isEqualTo(CROWD);
        for (int i = 0; i < CROWD; i++) {
            if (i % 2 == 0) {
                crowd.get(i).abort();
            } else {
                crowd.get(i).close();
            }
        }
    }

    private void awaitNobodyIn(String name) {
        await().atMost(Deadline.GENEROUS).until(() -> registry.count(new Room(name)) == 0);
    }
}
