package earshot.load;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** The counters of a run, read at the begin and at the end of what is measured. */
final class Usage {
    private static final double TOO_BUSY = 0.95;
    private static final double SERVER_HAS_ROOM = 0.7;

    record Reading(
            long at, long posts, long refused, long heard, double serverCpu, double generatorCpu, List<Long> busy) {
        double secondsSince(Reading before) {
            return (at - before.at) / 1e9;
        }
    }

    private final ServerProcess server;
    private final Crowd crowd;
    private final Publishers publishers;

    Usage(ServerProcess server, Crowd crowd, Publishers publishers) {
        this.server = server;
        this.crowd = crowd;
        this.publishers = publishers;
    }

    Reading read() {
        OperatingSystemMXBean own = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        List<Long> busy = new ArrayList<>(crowd.busy().stream().map(BusyTime::nanos).toList());
        busy.add(publishers.busy().nanos());
        return new Reading(
                System.nanoTime(), publishers.posts(), publishers.refused(), crowd.heard(), server.cpuSeconds(),
                own.getProcessCpuTime() / 1e9, busy);
    }

    void counts(Reading begin, Reading end, Json result) {
        double seconds = end.secondsSince(begin);
        long posts = end.posts - begin.posts;
        long deliveries = end.heard - begin.heard;
        result.put("seconds", seconds)
                .put("posts", posts)
                .put("postsPerSecond", posts / seconds)
                .put("refused", end.refused - begin.refused)
                .put("deliveries", deliveries)
                .put("deliveriesPerSecond", deliveries / seconds);
    }

    void costs(Reading begin, Reading end, Json result) {
        double cpu = end.serverCpu - begin.serverCpu;
        long deliveries = end.heard - begin.heard;
        if (server.known()) {
            result.put("serverCpuSeconds", cpu);
            if (deliveries > 0) {
                result.put("cpuPerDelivery", cpu * 1e6 / deliveries);
            }
        }
        result.put("generatorCpuSeconds", end.generatorCpu - begin.generatorCpu);
        if (server.known()) {
            result.put("generatorLimited", limited(begin, end, cpu));
        }
    }

    /**
     * The generator was the limit if one of its threads, a reader or that of the publishers, was out of its selector for more than 95 % of
     * the time while the server used less than 70 % of one core. Where the server is busy too, both wait for the same cores, and a busy
     * generator says only that they are shared.
     */
    private static boolean limited(Reading begin, Reading end, double serverCpu) {
        double nanos = end.at - begin.at;
        for (int thread = 0; thread < end.busy.size(); thread++) {
            if ((end.busy.get(thread) - begin.busy.get(thread)) / nanos > TOO_BUSY) {
                return serverCpu * 1e9 / nanos < SERVER_HAS_ROOM;
            }
        }
        return false;
    }
}
