package chat.earshot.stream;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What open streams take from this process, besides memory.
 *
 * @param subscriberThreads virtual threads, which no thread count of the JVM's tells
 * @param descriptors all that are open, sockets and others
 */
record Footprint(long subscriberThreads, long descriptors) {

    static Footprint now() throws IOException {
        var system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Footprint(countSubscribers(), system.getOpenFileDescriptorCount());
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
