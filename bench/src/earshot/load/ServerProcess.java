package earshot.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The processes of the server and their descendants, as Linux's /proc shows them. */
final class ServerProcess {
    /** The unit of time in /proc/PID/stat (USER_HZ), 100 a second on every Linux of today's architectures. */
    private static final double TICKS_PER_SECOND = 100;

    private final List<ProcessHandle> roots;

    ServerProcess(List<Integer> pids) {
        roots = pids.stream().map(pid -> ProcessHandle.of(pid)
                        .orElseThrow(() -> new IllegalArgumentException("there is no process " + pid)))
                .toList();
    }

    boolean known() {
        return !roots.isEmpty();
    }

    double cpuSeconds() {
        return pids().mapToDouble(ServerProcess::cpuSeconds).sum();
    }

    /** Resident bytes, where a page that several of the processes share counts once: Pss, not the sum of Rss, which would charge nginx twice. */
    long residentBytes() {
        return pids().mapToLong(ServerProcess::residentBytes).sum();
    }

    void cpu(double before, Json result) {
        if (known()) {
            result.put("serverCpuSeconds", cpuSeconds() - before);
        }
    }

    void resident(long before, long after, Json result) {
        if (known()) {
            result.put("serverRss", after).put("serverRssBefore", before);
        }
    }

    private Stream<Long> pids() {
        return roots.stream()
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .map(ProcessHandle::pid)
                .distinct();
    }

    /** Fields 14 and 15, user and system time; they are counted from behind the name, which may hold spaces. */
    private static double cpuSeconds(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
        } catch (IOException e) {
            return 0;
        }
    }

    private static long residentBytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
