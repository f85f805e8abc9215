package chat.earshot.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The blocks that a stream has heard and a test has not yet taken. For any thread. When it is full, {@link #put} waits:
 * the stream stops reading, as it does while paused.
 */
final class Inbox {

    static final int CAPACITY = 100_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<SseBlock> blocks = new ArrayDeque<>(); // guarded by lock, as is all below
    private String lastEventId;
    private boolean positioned;
    private boolean paused;
    private int heard;
    private @Nullable SseBlock newest;
    private @Nullable String end;

    Inbox(String lastEventId) {
        this.lastEventId = lastEventId;
    }

    /** Waits while paused or full; drops the block if the end has come. */
    void put(SseBlock block) {
        locked(() -> {
            while (end == null && (paused || blocks.size() >= CAPACITY)) {
                changed.awaitUninterruptibly();
            }
            return end == null && accept(block);
        });
    }

    void pause() {
        locked(() -> paused = true);
    }

    void resume() {
        locked(() -> paused = false);
    }

    /** What was put stays to be taken; nothing more comes. Only the first reason counts. */
    void end(String reason) {
        locked(() -> end = end == null ? reason : end);
    }

    /** Waits for a block that sets the last event id, and takes nothing. */
    void awaitPosition(Deadline deadline) {
        locked(() -> await(() -> positioned, "block with an id", deadline));
    }

    SseBlock take(Deadline deadline) {
        return locked(() -> {
            await(() -> !blocks.isEmpty(), "block", deadline);
            return blocks.remove();
        });
    }

    /** All that is there, at once. */
    List<SseBlock> drain() {
        return locked(() -> {
            List<SseBlock> all = new ArrayList<>(blocks);
            blocks.clear();
            return all;
        });
    }

    List<SseBlock> events() {
        return locked(() -> blocks.stream().filter(SseBlock::isEvent).toList());
    }

    String lastEventId() {
        return locked(() -> lastEventId);
    }

    private boolean accept(SseBlock block) {
        blocks.add(block);
        newest = block;
        heard++;
        if (block.id() != null) {
            lastEventId = block.id();
            positioned = true;
        }
        return true;
    }

    private boolean await(BooleanSupplier fact, String what, Deadline deadline) {
        while (!fact.getAsBoolean()) {
            if (end != null || deadline.isOver()) {
                throw new AssertionError("No %s %s; %d blocks heard, the newest: %s"
                        .formatted(what, end == null ? "before the deadline" : "any more, " + end, heard, newest));
            }
            awaitChange(deadline);
        }
        return true;
    }

    private void awaitChange(Deadline deadline) {
        try {
            changed.awaitNanos(deadline.nanosLeft());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting", e);
        }
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            T result = work.get();
            changed.signalAll();
            return result;
        } finally {
            lock.unlock();
        }
    }
}
