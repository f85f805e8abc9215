package chat.earshot.log;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A room's newest frames in memory: a ring with a bound in frames and in bytes. When it is full the oldest go; who wants
 * those reads the log.
 *
 * <p>The log's writer adds; any thread reads.
 */
final class Tail {

    private static final int SMALLEST_RING = 16;

    private final int mostFrames;
    private final long mostBytes;
    private final PageLimit batchLimit;

    private final ReentrantLock lock = new ReentrantLock();

    /**
     * Held while a batch is looked up and made, so that one encodes it and the others find it. Taken before
     * lock, which is held only to copy the frames out, so that a crowd that catches up never holds up the writer.
     */
    private final ReentrantLock encoding = new ReentrantLock();

    // Guarded by lock. A frame lies at its sequence modulo the length, which is a power of two.
    private @Nullable Frame[] ring = new Frame[SMALLEST_RING];
    private long oldest;
    private long newest;
    private long bytes;

    /** The newest batch that ended at the head when it was made. Written under encoding, read by all without it. */
    private volatile @Nullable Batch shared;

    Tail(long newest, int mostFrames, long mostBytes, PageLimit batchLimit) {
        this.oldest = newest + 1;
        this.newest = newest;
        this.mostFrames = mostFrames;
        this.mostBytes = mostBytes;
        this.batchLimit = batchLimit;
    }

    /** Adds the frames that follow the newest, and says by how many bytes the tail grew (or shrank). */
    long add(List<Frame> frames) {
        lock.lock();
        try {
            long before = bytes;
            for (Frame frame : frames) {
                push(frame);
            }
            return bytes - before;
        } finally {
            lock.unlock();
        }
    }

    /** How many bytes its frames take. */
    long bytes() {
        lock.lock();
        try {
            return bytes;
        } finally {
            lock.unlock();
        }
    }

    /**
     * What follows the cursor, up to the head and the batch limit; null where the tail no longer reaches back that far.
     * Nearly all subscribers are at the same cursor and get the same array.
     */
    @Nullable
    Batch after(long cursor, long head) {
        Batch newestBatch = shared;
        if (fits(newestBatch, cursor, head)) {
            return newestBatch;
        }
        encoding.lock();
        try {
            // Whoever waited mostly finds here what the one before it made.
            newestBatch = shared;
            return fits(newestBatch, cursor, head) ? newestBatch : share(encoded(cursor, head), head);
        } finally {
            encoding.unlock();
        }
    }

    /** The same, without standing in line behind a crowd that catches up: where one is at it, this makes its own. */
    @Nullable
    Batch afterAtOnce(long cursor, long head) {
        Batch newestBatch = shared;
        if (fits(newestBatch, cursor, head)) {
            return newestBatch;
        }
        if (!encoding.tryLock()) {
            return encoded(cursor, head);
        }
        try {
            return share(encoded(cursor, head), head);
        } finally {
            encoding.unlock();
        }
    }

    /** A shared batch ended at a head, so one that goes further than this head may be sent too. */
    private static boolean fits(@Nullable Batch batch, long cursor, long head) {
        return batch != null && batch.from() == cursor && batch.to() >= head;
    }

    private @Nullable Batch share(@Nullable Batch batch, long head) {
        Batch newestBatch = shared;
        // One that catches up does not replace what the others share.
        if (batch != null && batch.to() == head && (newestBatch == null || newestBatch.to() < head)) {
            shared = batch;
        }
        return batch;
    }

    private @Nullable Batch encoded(long cursor, long head) {
        List<Frame> frames;
        lock.lock();
        try {
            boolean reaches = cursor + 1 >= oldest && cursor < newest;
            frames = reaches ? slice(cursor, Math.min(head, newest)) : List.of();
        } finally {
            lock.unlock();
        }
        return frames.isEmpty() ? null : Batch.of(frames);
    }

    private List<Frame> slice(long cursor, long head) {
        List<Frame> frames = new ArrayList<>();
        long size = 0;
        for (long at = cursor + 1; at <= head && frames.size() < batchLimit.events(); at++) {
            Frame frame = at(at);
            size += frame.length();
            if (size > batchLimit.bytes() && !frames.isEmpty()) {
                break;
            }
            frames.add(frame);
        }
        return frames;
    }

    private void push(Frame frame) {
        if (frame.sequence() != newest + 1) {
            throw new IllegalStateException("frame " + frame.sequence() + " does not follow " + newest);
        }
        while (newest >= oldest && (size() >= mostFrames || bytes + frame.length() > mostBytes)) {
            drop();
        }
        if (size() == ring.length) {
            grow();
        }
        newest = frame.sequence();
        ring[index(newest)] = frame;
        bytes += frame.length();
    }

    private void drop() {
        bytes -= at(oldest).length();
        ring[index(oldest)] = null;
        oldest++;
    }

    private void grow() {
        @Nullable Frame[] small = ring;
        ring = new Frame[small.length * 2];
        for (long at = oldest; at <= newest; at++) {
            ring[index(at)] = small[(int) (at & (small.length - 1))];
        }
    }

    private int size() {
        return (int) (newest - oldest + 1);
    }

    private Frame at(long sequence) {
        Frame frame = ring[index(sequence)];
        if (frame == null) {
            throw new IllegalStateException("no frame " + sequence + " in " + oldest + " to " + newest);
        }
        return frame;
    }

    private int index(long sequence) {
        return (int) (sequence & (ring.length - 1));
    }
}
