package earshot.bench;

import static earshot.bench.Results.quotient;
import static earshot.bench.Target.Bound.AT_LEAST;
import static earshot.bench.Target.Bound.AT_MOST;
import static earshot.bench.Target.Bound.BELOW;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** What Earshot has set out to reach. Ratios are of medians in one run. */
final class Targets {

    private static final String EARSHOT = "earshot";

    static final List<Target> ALL = List.of(
            ratio("saturation, 1,000: deliveries, to nchan", AT_LEAST, 3, "saturation-1000", "nchan", "deliveriesPerSecond"),
            ratio("saturation, 1,000: deliveries, to Express", AT_LEAST, 12, "saturation-1000", "express", "deliveriesPerSecond"),
            ratio("saturation, 10,000: deliveries, to nchan", AT_LEAST, 6, "saturation-10000", "nchan", "deliveriesPerSecond"),
            new Target("lost, repeated or out of order, all rows", AT_MOST, 0, Unit.COUNT, Targets::faults),
            new Target("cost of a delivery, 10,000 to 100 subscribers", AT_MOST, 1.3, Unit.TIMES, Targets::growth),
            ratio("calm: p50, to nchan", AT_MOST, 1, "calm", "nchan", "latency.p50"),
            ratio("calm: p99, to nchan", AT_MOST, 1.2, "calm", "nchan", "latency.p99"),
            ratio("calm: server CPU a delivery, to nchan", AT_MOST, 1.3, "calm", "nchan", "cpuPerDelivery"),
            value("connect, 10,000, just started", AT_MOST, 1000, Unit.MILLIS, "connect", "cold", "connectMillis"),
            value("connect, 10,000, warm", AT_MOST, 1000, Unit.MILLIS, "connect", "warm", "connectMillis"),
            value("idle: heap a stream", AT_MOST, 10 * 1024, Unit.BYTES, "idle", "", "heapPerStream"),
            ratio("idle: RSS a stream, to nchan", AT_MOST, 2, "idle", "nchan", "rssPerStream"),
            new Target("slow: p99 with a tenth that stops, to without", BELOW, 1.1, Unit.TIMES, results -> slow(results, "latency.p99")),
            new Target("slow: POST p99 with a tenth that stops, to without", BELOW, 1.1, Unit.TIMES, results -> slow(results, "post.p99")),
            new Target("slow: RSS with a tenth that stops, to without", BELOW, 1.1, Unit.TIMES, results -> slow(results, "serverRss")),
            value("append, 64 publishers: POSTs", AT_LEAST, 15000, Unit.PER_SECOND, "append", "64 publishers", "postsPerSecond"),
            value("append, 1 publisher: POST p50, to one synced commit", AT_MOST, 1.5, Unit.TIMES, "append", "1 publisher", "postPerSyncedCommit"),
            new Target("resume: a replayed event, to a live one", AT_MOST, 3, Unit.TIMES, Targets::replay),
            new Target("resume: p99 in another room, to before", BELOW, 3, Unit.TIMES, Targets::elsewhere),
            value("start with the AOT cache", AT_MOST, 1000, Unit.MILLIS, "start", StartProbe.WITH_CACHE, "startMillis"),
            value("soak: heap a minute", AT_MOST, 100 * 1024, Unit.BYTES, "soak", "", "heapSlope"),
            value("soak: RSS a minute", AT_MOST, 1 << 20, Unit.BYTES, "soak", "", "rssSlope"));

    private Targets() {}

    private static Target ratio(String what, Target.Bound bound, double limit, String scenario, String peer, String figure) {
        return new Target(what, bound, limit, Unit.TIMES, results -> results.ratio(scenario, "", peer, figure));
    }

    private static Target value(
            String what, Target.Bound bound, double limit, Unit unit, String scenario, String variant, String figure) {
        return new Target(what, bound, limit, unit, results -> results.median(scenario, variant, EARSHOT, figure));
    }

    private static OptionalDouble faults(Results results) {
        double[] faults = results.rows().stream()
                .filter(row -> row.peer().equals(EARSHOT))
                .flatMapToDouble(row -> row.figure("faults").stream())
                .toArray();
        return faults.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Arrays.stream(faults).sum());
    }

    /** At the same number of deliveries a second. */
    private static OptionalDouble growth(Results results) {
        return quotient(
                results.median("scale", "10,000 at 2/s", EARSHOT, "cpuPerDelivery"),
                results.median("scale", "100 at 200/s", EARSHOT, "cpuPerDelivery"));
    }

    private static OptionalDouble slow(Results results, String figure) {
        return quotient(
                results.median("slow", "a tenth stops", EARSHOT, figure), results.median("slow", "all read", EARSHOT, figure));
    }

    /** The time for one event in the storm over the time for one at live delivery to as many subscribers. */
    private static OptionalDouble replay(Results results) {
        OptionalDouble stormMillis = quotient(
                results.median("resume", "storm", EARSHOT, "resumeMillis"), results.median("resume", "storm", EARSHOT, "replayed"));
        OptionalDouble livePerSecond = results.median("resume", "live", EARSHOT, "deliveriesPerSecond");
        return stormMillis.isPresent() && livePerSecond.isPresent()
                ? OptionalDouble.of(stormMillis.getAsDouble() / 1000 * livePerSecond.getAsDouble())
                : OptionalDouble.empty();
    }

    private static OptionalDouble elsewhere(Results results) {
        return quotient(
                results.median("resume", "storm", EARSHOT, "liveDuring.p99"), results.median("resume", "storm", EARSHOT, "live.p99"));
    }
}
