package chat.earshot.testing;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The moment, by {@link System#nanoTime}, at which a wait of several parts must be over. Immutable, for any thread.
 */
public record Deadline(long at) {

    /** For what a sound server does at once, so long that a loaded machine does not fail a test. */
    public static final Duration GENEROUS = Duration.ofSeconds(20);

    static final Deadline NEVER = after(Duration.ofDays(3650));

    public static Deadline after(Duration wait) {
        return new Deadline(System.nanoTime() + wait.toNanos());
    }

    public static Deadline generous() {
        return after(GENEROUS);
    }

    /** What is left, in nanoseconds; zero or less once it is over. */
    public long nanosLeft() {
        return at - System.nanoTime();
    }

    public boolean isOver() {
        return nanosLeft() <= 0;
    }

    /** What is left as an {@code SO_TIMEOUT}: in milliseconds and never 0, which would mean for ever. */
    int socketTimeout() {
        return Math.clamp(nanosLeft() / 1_000_000, 1, Integer.MAX_VALUE);
    }

    /** @throws AssertionError that names what was awaited, where it fails or does not come in time */
    <T> T await(CompletableFuture<T> future, String what) {
        try {
            return future.get(nanosLeft(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(what + " did not come before the deadline", e);
        } catch (ExecutionException e) {
            throw new AssertionError(what + " did not come: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting", e);
        }
    }
}
