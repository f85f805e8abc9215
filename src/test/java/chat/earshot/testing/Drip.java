package chat.earshot.testing;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Sends the same bytes again and again, at a steady pace, on any number of connections; one that breaks is let go. Any thread.
 */
public final class Drip implements AutoCloseable {

    private final String drop;
    private final List<RawHttp> lines;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());
    private int drops; // guarded by this

    private Drip(String drop, Duration every, List<RawHttp> lines) {
        this.drop = drop;
        this.lines = new CopyOnWriteArrayList<>(lines);
        timer.scheduleAtFixedRate(this::drop, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    public static Drip of(String drop, Duration every, RawHttp... lines) {
        return new Drip(drop, every, List.of(lines));
    }

    public static Drip of(String drop, Duration every, List<RawHttp> lines) {
        return new Drip(drop, every, lines);
    }

    /** Waits until so many drops have fallen on each connection that still stands. */
    public synchronized Drip await(int count) throws InterruptedException {
        Deadline deadline = Deadline.generous();
        while (drops < count) {
            if (deadline.isOver()) {
                throw new AssertionError("Only " + drops + " of " + count + " drops have fallen");
            }
            TimeUnit.NANOSECONDS.timedWait(this, deadline.nanosLeft());
        }
        return this;
    }

    /** Nothing more is sent once this returns. */
    @Override
    public void close() {
        timer.close();
    }

    private void drop() {
        lines.removeIf(line -> !takes(line));
        synchronized (this) {
            drops++;
            notifyAll();
        }
    }

    private boolean takes(RawHttp line) {
        try {
            line.send(drop);
            return true;
        } catch (RuntimeException broken) { // as is due, or the test is over
            return false;
        }
    }
}
