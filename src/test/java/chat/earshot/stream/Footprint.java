package chat.earshot.stream;

import chat.earshot.testing.Descriptors;
import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What open streams take from this process.
 *
 * @param subscriberThreads virtual threads, which no thread count of the JVM's tells
 * @param descriptors all that are open, sockets and others
 * @param heap bytes in use
 */
record Footprint(long subscriberThreads, long descriptors, long heap) {

    static Footprint now() throws IOException {
        return new Footprint(countSubscribers(), Descriptors.open(), usedHeap());
    }

    static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long countSubscribers() throws IOException {
        Path directory = Files.createTempDirectory("earshot-threads-");
        Path dump = directory.resolve("threads.json"); // which must not exist yet
        try {
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(dump.toString(), ThreadDumpFormat.JSON);
            try (Stream<String> lines = Files.lines(dump)) {
                return lines.filter(line -> line.contains("\"name\": \"subscriber\""))
                        .count();
            }
        } finally {
            Files.deleteIfExists(dump);
            Files.delete(directory);
        }
    }
}
