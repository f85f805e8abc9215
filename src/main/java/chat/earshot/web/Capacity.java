package chat.earshot.web;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a process has to hold connections and streams with.
 *
 * @param descriptors how many files and sockets it may have open
 * @param heap the most bytes its heap can take
 */
public record Capacity(long descriptors, long heap) {

    /** 10 KB measured (docs/performance.md), and something for those that read slowly. */
    private static final long BYTES_A_STREAM = 16 * 1024;

    /** The log, the jars, and requests that are no streams. */
    private static final long OTHER_THAN_STREAMS = 500;

    /** The log and the jars: some 40. */
    private static final long OTHER_THAN_CONNECTIONS = 64;

    public static Capacity ofThisProcess() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        long descriptors = system instanceof UnixOperatingSystemMXBean unix ? unix.getMaxFileDescriptorCount() : -1;
        return new Capacity(
                descriptors > 0 ? descriptors : Integer.MAX_VALUE,
                Runtime.getRuntime().maxMemory());
    }

    /** How many streams that is enough for, at least 1. Half of few descriptors and of the heap is for everything else. */
    public int streams() {
        long byHeap = heap / 2 / BYTES_A_STREAM;
        return Math.clamp(Math.min(without(OTHER_THAN_STREAMS), byHeap), 1, Integer.MAX_VALUE);
    }

    /** How many connections that is enough for, streams among them, at least 1. A head that is under way takes as much as a stream. */
    public int connections() {
        long byHeap = heap / BYTES_A_STREAM;
        return Math.clamp(Math.min(without(OTHER_THAN_CONNECTIONS), byHeap), 1, Integer.MAX_VALUE);
    }

    private long without(long others) {
        return descriptors - Math.min(others, descriptors / 2);
    }
}
