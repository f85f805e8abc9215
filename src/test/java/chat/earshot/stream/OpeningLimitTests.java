package chat.earshot.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.earshot.testing.Deadline;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class OpeningLimitTests {

    private static final int PLACES = 4;
    private static final Duration LONG_BEFORE_ANYBODY_HAS_WAITED_ENOUGH = Duration.ofSeconds(1);

    private final OpeningLimit limit = new OpeningLimit();
    private final CountDownLatch held = new CountDownLatch(1);
    private final AtomicInteger inside = new AtomicInteger();

    @AfterEach
    void letGo() {
        held.countDown();
    }

    @Test
    void letsAFewOpenAtATime() throws InterruptedException {
        fill();
        Thread next = ask("/events");
        await().atMost(Deadline.GENEROUS).until(() -> next.getState() == Thread.State.TIMED_WAITING);
        assertThat(inside).hasValue(PLACES);
        held.countDown();

        next.join();
        assertThat(inside).hasValue(PLACES + 1);
    }

    @Test
    void keepsNobodyOutForLong() {
        fill();
        ask("/events");

        await().atMost(Deadline.GENEROUS).until(() -> inside.get() == PLACES + 1);
    }

    @Test
    void holdsUpNothingElse() {
        fill();
        Thread stream = ask("/events");
        await().atMost(Deadline.GENEROUS).until(() -> stream.getState() == Thread.State.TIMED_WAITING);
        ask("/messages");
        await().atMost(Deadline.GENEROUS).until(() -> inside.get() == PLACES + 1);

        assertThat(stream.getState() == Thread.State.TIMED_WAITING)
                .as("whether it overtook the stream")
                .isTrue();
    }

    @Test
    void givesPlacesBack() throws InterruptedException {
        held.countDown();
        for (int i = 0; i < PLACES; i++) {
            ask("/events").join();
        }
        ask("/events");

        await().atMost(LONG_BEFORE_ANYBODY_HAS_WAITED_ENOUGH).until(() -> inside.get() == PLACES + 1);
    }

    private void fill() {
        Stream.generate(() -> ask("/events")).limit(PLACES).forEach(Thread::isAlive);
        await().atMost(Deadline.GENEROUS).until(() -> inside.get() == PLACES);
    }

    /** A request that, once it is let in, stays until all are let go. */
    private Thread ask(String path) {
        return Thread.startVirtualThread(() -> {
            try {
                limit.doFilter(
                        new MockHttpServletRequest("GET", path), new MockHttpServletResponse(), (request, response) -> {
                            inside.incrementAndGet();
                            awaitRelease();
                        });
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void awaitRelease() {
        try {
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
