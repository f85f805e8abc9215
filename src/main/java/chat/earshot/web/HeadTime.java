package chat.earshot.web;

import java.util.concurrent.TimeUnit;

/**
 * How long the head of the next request has been on its way. One that comes line by line, or after one empty line after the other, is
 * never idle; but it is late once it has taken as long as a connection may be idle. Used by the thread that reads alone, but for
 * {@link #since}.
 */
final class HeadTime {

    /** By System.nanoTime; written before the first byte of a head, and wherever there is none yet. */
    private volatile long since = System.nanoTime();

    private long headsBefore = -1;
    private long bytesBefore;

    /**
     * Notes that something can be read, and says whether it comes too late.
     *
     * @param heads how many were read to their end until now
     * @param bytes how many were read until now
     * @param mostMillis how long one may take; 0 for ever
     */
    boolean isLate(long now, long heads, long bytes, long mostMillis) {
        boolean begun = heads == headsBefore && bytes > bytesBefore;
        if (!begun) {
            headsBefore = heads;
            bytesBefore = bytes;
            since = now;
        }
        return begun && mostMillis > 0 && now - since > TimeUnit.MILLISECONDS.toNanos(mostMillis);
    }

    /** About since when the connection has waited for a head to come or to be whole. Any thread. */
    long since() {
        return since;
    }
}
