package chat.earshot.log.sqlite;

import chat.earshot.log.AppendException.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that appends: it takes what waits, up to a group, and has it committed at once. While nobody posts it tidies
 * up in small steps, and tries the disk again where it failed. Another thread sees to it that no POST waits for ever.
 */
final class Writer {

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final Duration IDLE = Duration.ofMillis(200);
    private static final Duration END_TIMEOUT = Duration.ofSeconds(3);

    /** How many times the watch looks within the time that a POST may wait. */
    private static final int LOOKS = 20;

    private final Commits commits;
    private final int groupEvents;
    private final Duration hangsAfter;
    private final Thread thread = Thread.ofPlatform().name("log-writer").unstarted(this::run);

    /** What waits for a commit. When it is full, a POST is refused at once. */
    private final BlockingQueue<Pending> queue;

    /** Written by whoever closes; read by posters and the writer. */
    private volatile boolean closed;

    /** One coarse look at all that wait, instead of a timer for each POST, which cost a seventh of what 64 publishers can post. */
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("log-watch").daemon().factory());

    /** What is being committed; empty between commits. Written by the writer alone, read by the watch. */
    private volatile List<Pending> underWay = List.of();

    /** When the commit under way began, in System.nanoTime; 0 between commits. Written by the writer alone. */
    private volatile long busySince;

    /** Whether the last write failed. Written by the writer alone. */
    private volatile boolean failing;

    Writer(Commits commits, SqliteProperties properties) {
        this.commits = commits;
        this.groupEvents = properties.groupEvents();
        this.hangsAfter = properties.appendTimeout();
        this.queue = new ArrayBlockingQueue<>(properties.queue());
    }

    void start() {
        thread.start();
        long period = Math.max(1, hangsAfter.toMillis() / LOOKS);
        watch.scheduleWithFixedDelay(() -> giveUp(hangsAfter), period, period, TimeUnit.MILLISECONDS);
    }

    /** Puts a draft in the queue; fails it at once where the queue is full or closed. Any thread. */
    void take(Pending pending) {
        if (closed || !queue.offer(pending)) {
            pending.fail(Reason.BUSY, null);
        } else if (closed && queue.remove(pending)) { // the writer may have looked for the last time just before
            pending.fail(Reason.BUSY, null);
        }
    }

    /** Whether the last write succeeded and none has hung for longer than a POST waits. Any thread. */
    boolean isWritable() {
        long since = busySince;
        boolean hangs = since != 0 && System.nanoTime() - since > hangsAfter.toNanos();
        return !failing && !hangs;
    }

    /** Has what waits already written, then ends; false where a write still hangs after 3 s, and then nobody waits for it any more. */
    boolean end() {
        closed = true;
        boolean ended = awaitEnd();
        watch.shutdownNow();
        if (!ended) {
            giveUp(Duration.ZERO);
            queue.clear();
        }
        return ended;
    }

    private boolean awaitEnd() {
        try {
            return thread.join(END_TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Fails what has waited for longer than this; it may be written all the same. */
    private void giveUp(Duration longest) {
        long now = System.nanoTime();
        List<Pending> queued = new ArrayList<>(queue); // looked at first, since from here they go on to be under way
        Stream.concat(queued.stream(), underWay.stream())
                .filter(pending -> now - pending.since() > longest.toNanos()
                        && !pending.outcome().isDone())
                .forEach(pending -> pending.fail(Reason.HANGING, null));
    }

    private void run() {
        while (!closed || !queue.isEmpty()) {
            List<Pending> group = next();
            underWay = group;
            busySince = System.nanoTime() | 1; // never 0
            note(commit(group));
            busySince = 0;
            underWay = List.of();
        }
    }

    private boolean commit(List<Pending> group) {
        try {
            return group.isEmpty() ? commits.tidy() : commits.append(group);
        } catch (RuntimeException | LinkageError | AssertionError e) { // a bug; the log must outlive it
            LOG.error("A commit failed in an unexpected way; the log is read again before the next.", e);
            commits.distrust();
            group.forEach(pending -> pending.fail(Reason.STORAGE, e));
            return false;
        }
    }

    private List<Pending> next() {
        List<Pending> group = new ArrayList<>();
        Pending first = poll();
        if (first != null) {
            group.add(first);
            queue.drainTo(group, groupEvents - 1);
        }
        return group;
    }

    private @Nullable Pending poll() {
        try {
            return queue.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) { // nobody interrupts it; closing is by the flag
            return null;
        }
    }

    private void note(boolean written) {
        if (written == failing) {
            LOG.warn(
                    written
                            ? "The log can be written again."
                            : "The log cannot be written; POSTs get 507 until it can.");
            failing = !written;
        }
    }
}
