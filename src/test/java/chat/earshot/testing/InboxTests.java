package chat.earshot.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InboxTests {

    private static final Duration SHORT = Duration.ofMillis(50);

    private final Inbox inbox = new Inbox("");

    @Test
    void holdsABlockBackWhilePaused() throws InterruptedException {
        inbox.pause();
        Thread writer = putting(block("1"));

        awaitParked(writer);
        assertThat(inbox.drain()).isEmpty();
        assertThat(inbox.lastEventId()).isEmpty();

        inbox.resume();
        assertThat(inbox.take(Deadline.generous())).isEqualTo(block("1"));
        assertThat(writer.join(Deadline.GENEROUS)).isTrue();
    }

    @Test
    void holdsABlockBackWhileFull() throws InterruptedException {
        IntStream.range(0, Inbox.CAPACITY).forEach(i -> inbox.put(block("old")));
        Thread writer = putting(block("new"));

        awaitParked(writer);
        assertThat(inbox.lastEventId()).isEqualTo("old");

        inbox.take(Deadline.generous());
        assertThat(writer.join(Deadline.GENEROUS)).isTrue();
        assertThat(inbox.lastEventId()).isEqualTo("new");
    }

    @Test
    void letsAWriterGoAtTheEnd() throws InterruptedException {
        inbox.pause();
        Thread writer = putting(block("1"));
        awaitParked(writer);

        inbox.end("over");

        assertThat(writer.join(Deadline.GENEROUS)).isTrue();
        inbox.resume();
        assertThat(inbox.drain()).isEmpty();
    }

    @Test
    void tellsAWaitingTestAtOnceThatNothingMoreComes() throws InterruptedException {
        inbox.put(block("1"));
        Thread test = Thread.currentThread();
        Thread ending = Thread.ofVirtual().start(() -> {
            awaitParked(test);
            inbox.end("over");
            inbox.end("later");
        });

        assertThat(inbox.take(Deadline.generous())).isEqualTo(block("1"));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> inbox.take(Deadline.NEVER))
                .withMessageStartingWith("No block any more, over; 1 blocks heard, the newest: SseBlock[id=1");
        assertThat(ending.join(Deadline.GENEROUS)).isTrue();
    }

    @Test
    void failsAtTheDeadline() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> inbox.take(Deadline.after(SHORT)))
                .withMessageStartingWith("No block before the deadline; 0 blocks heard");
    }

    @Test
    void waitsForAnIdAndTakesNothing() {
        SseBlock comment = new SseBlock(null, null, null, null, List.of("hello"));
        inbox.put(comment);
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> inbox.awaitPosition(Deadline.after(SHORT)));

        inbox.put(block("1"));
        inbox.awaitPosition(Deadline.generous());
        assertThat(inbox.drain()).containsExactly(comment, block("1"));
    }

    private Thread putting(SseBlock block) {
        return Thread.ofVirtual().start(() -> inbox.put(block));
    }

    private static SseBlock block(String id) {
        return new SseBlock(id, null, null, null, List.of());
    }

    private static void awaitParked(Thread thread) {
        Deadline deadline = Deadline.generous();
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TIMED_WAITING) {
            assertThat(deadline.isOver()).isFalse();
            Thread.onSpinWait();
        }
    }
}
