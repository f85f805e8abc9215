package chat.earshot.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.earshot.EarshotTest;
import chat.earshot.RunningServer;
import chat.earshot.event.Room;
import chat.earshot.testing.Deadline;
import chat.earshot.testing.Deafened;
import chat.earshot.testing.Descriptors;
import chat.earshot.testing.EventStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Readers whose packets just stop: they are found at {@code stream-age}, and what they took is free again soon after it. */
@EarshotTest(
        properties = {"earshot.limits.stream-age=3s", "earshot.web.idle-timeout=1s", "earshot.stream.heartbeat=300ms"})
@EnabledOnOs(OS.LINUX)
class DeafenedReaderTests {

    private static final int CROWD = 100;

    /** Descriptors that have nothing to do with the crowd. */
    private static final long OTHERS = 20;

    private final RunningServer server;
    private final EmitterRegistry registry;
    private final Places places;
    private final String room;
    private List<Deafened> crowd = List.of();

    DeafenedReaderTests(RunningServer server, EmitterRegistry registry, Places places) {
        this.server = server;
        this.registry = registry;
        this.places = places;
        this.room = server.newRoom();
    }

    @AfterEach
    void close() {
        crowd.forEach(Deafened::close);
    }

    @Test
    void leaveNothingBehind() {
        server.say(room, 1);
        long before = Descriptors.open();
        crowd = Stream.generate(this::listen).limit(CROWD).toList();
        crowd.forEach(Deafened::deafen);

        await().atMost(Deadline.GENEROUS).until(() -> registry.count(new Room(room)) == 0);
        await().atMost(Deadline.GENEROUS).until(() -> places.taken() == 0);
        await().atMost(Deadline.GENEROUS).until(() -> Descriptors.open() - CROWD < before + OTHERS);
    }

    /** Whoever is deaf may be spoken to for as long as the kernel keeps what they do not take. */
    @Test
    void delayNobody() {
        crowd = Stream.generate(this::listen).limit(CROWD).toList();
        crowd.forEach(Deafened::deafen);

        try (EventStream reader = server.listen(room)) {
            List<String> said = server.say(room, 10);
            assertThat(reader.takeEvents(10)).extracting(block -> block.id()).isEqualTo(said);
        }
    }

    private Deafened listen() {
        Deafened reader = Deafened.connect(server.port())
                .send("GET /events?room=" + room + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(reader.read()).startsWith("HTTP/1.1 200");
        return reader;
    }
}
