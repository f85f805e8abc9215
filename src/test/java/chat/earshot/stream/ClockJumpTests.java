package chat.earshot.stream;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.EarshotTest;
import chat.earshot.RunningServer;
import chat.earshot.log.HandClock;
import chat.earshot.log.TestClock;
import chat.earshot.testing.EventStream;
import chat.earshot.testing.SseBlock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;

/** A wall clock that jumps, while some listen and others come back. The frozen one of HandClock is the third case. */
@EarshotTest(properties = {"earshot.stream.heartbeat=300ms", "earshot.limits.stream-age=1h"})
@Import(HandClock.class)
class ClockJumpTests {

    private static final int SAID = 3;

    private final RunningServer server;
    private final TestClock clock;
    private final String room;
    private Duration jump = Duration.ZERO;

    ClockJumpTests(RunningServer server, TestClock clock) {
        this.server = server;
        this.clock = clock;
        this.room = server.newRoom();
    }

    @AfterEach
    void jumpBack() {
        clock.advance(jump.negated());
    }

    @ParameterizedTest
    @ValueSource(strings = {"P3653D", "PT-1H", "PT0S"})
    void changesNothingThatAnyoneHears(String by) {
        try (EventStream stream = server.listen(room)) {
            List<String> said = sayAcross(Duration.parse(by));

            assertThat(heard(stream)).isEqualTo(said);
            assertThat(stream.next().isHeartbeat()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"P3653D", "PT-1H", "PT0S"})
    void hidesNothingFromWhoComesBack(String by) {
        List<String> said = sayAcross(Duration.parse(by));

        try (EventStream stream =
                server.events(room).lastEventId(said.getFirst()).open()) {
            assertThat(stream.takeEvents(2 * SAID - 1)).extracting(SseBlock::id).isEqualTo(said.subList(1, 2 * SAID));
        }
        assertThat(server.get("/messages?room=" + room).json().get("events").valueStream())
                .extracting(event -> event.get("id").stringValue())
                .isEqualTo(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P3653D", "PT-1H", "PT0S"})
    void isTheTimeShown(String by) {
        sayAcross(Duration.parse(by));

        String sentAt = server.get("/messages?limit=1&room=" + room)
                .json()
                .at("/events/0/sentAt")
                .stringValue();
        assertThat(sentAt).startsWith(HandClock.NOON.plus(jump).toString().substring(0, 19));
    }

    private List<String> sayAcross(Duration by) {
        List<String> before = server.say(room, SAID);
        clock.advance(by);
        jump = by;
        return Stream.concat(before.stream(), server.say(room, SAID).stream()).toList();
    }

    private static List<String> heard(EventStream stream) {
        return stream.takeEvents(2 * SAID).stream().map(SseBlock::id).toList();
    }
}
