package chat.earshot.jar;

import chat.earshot.testing.ChatClient.Answer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Counts the answers that speakers get, for one who waits for more of them. Any thread may get one; one waits. */
final class Answers implements Consumer<Answer> {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int INSUFFICIENT_STORAGE = 507;

    private final Semaphore acknowledged = new Semaphore(0);
    private final Semaphore unwritten = new Semaphore(0);
    private final AtomicInteger left = new AtomicInteger();
    private volatile Runnable then = () -> {};

    @Override
    public void accept(Answer answer) {
        if (answer.status() / 100 == 2) {
            acknowledged.release();
            if (left.decrementAndGet() == 0) {
                then.run();
            }
        } else if (answer.status() == INSUFFICIENT_STORAGE) {
            unwritten.release();
        }
    }

    /** Waits until so many more have said that a message is on disk. */
    void awaitAcknowledged(int count) {
        await(acknowledged, count, "acknowledgements");
    }

    /** Waits until so many more have said that the disk cannot be written. */
    void awaitUnwritten(int count) {
        await(unwritten, count, "answers of 507");
    }

    /** Has this done when so many more have said so, at once: before anything else is done about that answer. */
    void whenAcknowledged(int count, Runnable work) {
        then = work;
        left.set(count);
    }

    private static void await(Semaphore answers, int count, String what) {
        answers.drainPermits();
        try {
            if (!answers.tryAcquire(count, PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("No %d %s in %s".formatted(count, what, PATIENCE));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting", e);
        }
    }
}
