package chat.earshot.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.earshot.event.Room;
import chat.earshot.log.Batches;
import chat.earshot.testing.Deadline;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens where two meet at one subscriber: each moment is made by hand. */
class TurnTests {

    private static final Duration LONG = Duration.ofDays(1);

    private final HeadsOnlyLog log = new HeadsOnlyLog();
    private final HandOutlet outlet = new HandOutlet();
    private final StreamProperties properties = new StreamProperties(LONG, LONG, LONG, LONG, 500, 1);
    private final EmitterRegistry registry = new EmitterRegistry(properties);
    private final Source source = new Source(
            log,
            new Batches(log, log.heads(), HeadsOnlyLog.BOUNDS),
            registry,
            properties,
            new StreamLimits(0, 0, 0, Duration.ZERO),
            new Random(1));
    private final Subscriber subscriber = new Subscriber(
            new StreamRequest(Room.LOBBY, null, 0, false, false),
            new StreamEmitter(Optional.of(outlet)),
            source,
            () -> {});
    private final Deliverer deliverer = new Deliverer(registry, () -> source, 0);

    @BeforeEach
    void start() {
        subscriber.start();
    }

    @AfterEach
    void stop() {
        deliverer.stop();
    }

    @Test
    void hearsWhatAPassBrings() {
        log.say("one");
        pass();

        assertThat(outlet.heard()).contains("\"one\"");
    }

    @Test
    void hearsAtOnceHowManyListenWhereItAskedForThat() {
        HandOutlet other = new HandOutlet();
        StreamRequest curious = new StreamRequest(Room.LOBBY, null, 0, true, true);
        new Subscriber(curious, new StreamEmitter(Optional.of(other)), source, () -> {}).start();

        await().atMost(Deadline.GENEROUS).until(() -> other.heard().contains("\"streams\":2"));
        assertThat(other.heard()).contains("event: ping");
    }

    @Test
    void hearsOfAGapEvenWhereTheMemoryStillHasWhatTheLogHasNot() {
        log.say("one");
        log.say("two");
        log.trim(1);
        pass();

        awaitHeard("event: gap");
    }

    @Test
    void looksOnceMoreWhereAPassCameWhileItHadTheTurn() {
        log.afterNextLook(() -> {
            log.say("one");
            pass();
            pass();
        });
        subscriber.wake();

        awaitHeard("\"one\"");
    }

    @Test
    void comesRoundOnceMoreWhereSomethingIsSaidOnTheWay() {
        deliverer.start();
        log.afterNextLook(() -> {
            log.say("two");
            deliverer.visit(Room.LOBBY);
        });
        log.say("one");
        deliverer.visit(Room.LOBBY);

        awaitHeard("\"two\"");
    }

    @Test
    void leavesAReaderWhoDoesNotKeepUpAlone() {
        stall();
        log.say("two");
        pass();

        assertThat(outlet.heard()).doesNotContain("\"two\"");
    }

    @Test
    void goesOnOnceTheReaderHasTakenTheRest() {
        stall();
        log.say("two");
        pass();
        outlet.readOn();

        awaitHeard("\"two\"");
    }

    @Test
    void leavesWhereTheRestIsGivenUp() {
        stall();
        outlet.giveUp();

        awaitNobody();
    }

    @Test
    void leavesWhereTheConnectionBreaks() {
        outlet.breakOff();
        log.say("one");
        pass();

        awaitNobody();
    }

    @Test
    void hearsOfAGapWhereTheLogHasAHole() {
        log.loseTheNext();
        pass();

        awaitHeard("event: gap");
    }

    @Test
    void saysFarewellOnceTheReaderHasTakenTheRest() {
        stall();
        registry.drain();
        assertThat(outlet.heard()).doesNotContain("retry:");
        outlet.readOn();

        awaitHeard("retry:");
        awaitNobody();
    }

    @Test
    void isLeftAloneOnceItHasLeft() {
        registry.drain();
        awaitNobody();
        String heard = outlet.heard();
        log.say("one");
        pass();
        subscriber.wake();

        assertThat(outlet.heard()).isEqualTo(heard);
    }

    /** The opening goes through Spring, which nobody has given this emitter to; what follows goes to the outlet. */
    private void stall() {
        outlet.stall();
        log.say("one");
        pass();
        assertThat(outlet.isWaiting()).isTrue();
    }

    private void pass() {
        subscriber.deliver(Pass.of(Room.LOBBY, source));
    }

    private void awaitHeard(String text) {
        await().atMost(Deadline.GENEROUS).until(() -> outlet.heard().contains(text));
    }

    private void awaitNobody() {
        await().atMost(Deadline.GENEROUS).until(registry::isEmpty);
    }
}
