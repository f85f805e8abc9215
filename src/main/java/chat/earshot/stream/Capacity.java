package chat.earshot.stream;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a process has to hold streams with.
 *
 * @param descriptors how many files and sockets it may have open
 * @param heap the most bytes its heap can take
 */
record Capacity(long descriptors, long heap) {

    /** 10 KB measured (docs/performance.md), and something for those that read slowly. */
    private static final long BYTES_A_STREAM = 16 * 1024;

    /** The log, the jars, requests that are no streams. */
    private static final long OTHER_DESCRIPTORS = 500;

    static Capacity ofThisProcess() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        long descriptors = system instanceof UnixOperatingSystemMXBean unix ? unix.getMaxFileDescriptorCount() : -1;
        return new Capacity(
                descriptors > 0 ? descriptors : Integer.MAX_VALUE,
                Runtime.getRuntime().maxMemory());
    }

    /** How many streams that is enough for, at least 1. Half of few descriptors and of the heap is for everything else. */
    int streams() {
        long byDescriptors = descriptors - Math.min(OTHER_DESCRIPTORS, descriptors / 2);
        long byHeap = heap / 2 / BYTES_A_STREAM;
        return Math.clamp(Math.min(byDescriptors, byHeap), 1, Integer.MAX_VALUE);
    }
}
