package chat.earshot.log.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.testing.Deadline;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A commit of the log's writer that waits until a test lets it go on. */
final class HeldCommit {

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    private HeldCommit() {}

    /** Holds the next one. */
    static HeldCommit next(FailingConnections connections) {
        HeldCommit held = new HeldCommit();
        connections.replaceNextCommit(connection -> {
            held.reached.countDown();
            await(held.released);
            connection.commit();
        });
        return held;
    }

    /** Waits until the writer is in it. */
    void awaitReached() {
        await(reached);
    }

    void release() {
        released.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(Deadline.GENEROUS.toMillis(), TimeUnit.MILLISECONDS))
                    .isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
