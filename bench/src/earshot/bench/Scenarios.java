package earshot.bench;

import static earshot.bench.Figure.less;
import static earshot.bench.Figure.more;

import java.util.List;
import java.util.Optional;

/** All that is measured, in the order in which it is. */
final class Scenarios {

    private static final List<String> EVERYONE = List.of("earshot", "nchan", "express", "spring");
    private static final List<String> DURABLE_OR_NOT = List.of("earshot", "nchan");
    private static final List<String> EARSHOT = List.of("earshot");

    static final Figure DELIVERIES = more("deliveriesPerSecond", "deliveries", Unit.PER_SECOND);
    static final Figure P50 = less("latency.p50", "p50", Unit.MICROS);
    static final Figure P99 = less("latency.p99", "p99", Unit.MICROS);
    static final Figure CPU = less("cpuPerDelivery", "server CPU a delivery", Unit.MICROS);
    static final Figure RSS = less("serverRss", "RSS", Unit.BYTES);
    static final Figure FAULTS = less("faults", "lost, repeated, misordered", Unit.COUNT);
    static final Figure CONNECTED = less("connectMillis", "until all are connected", Unit.MILLIS);
    static final Figure RSS_A_STREAM = less("rssPerStream", "RSS a stream", Unit.BYTES);

    private static final List<Figure> SATURATED = List.of(DELIVERIES, P50, P99, CPU, RSS, FAULTS);
    private static final List<Figure> STEADY =
            List.of(P50, P99, less("latency.p999", "p99.9", Unit.MICROS), CPU, RSS, FAULTS);

    static final List<Scenario> ALL = List.of(
            new Scenario(
                            "saturation-1000",
                            "1,000 subscribers in one room, 8 publishers as fast as they can",
                            EVERYONE,
                            List.of(Case.of("", "subscribers=1000 publishers=8 text=100")),
                            new Size(3, 20, 6),
                            new LoadProbe(),
                            SATURATED)
                    .alsoShort(new Size(1, 12, 5)),
            new Scenario(
                            "saturation-10000",
                            "10,000 subscribers in one room, 8 publishers as fast as they can",
                            EVERYONE,
                            List.of(Case.of("", "subscribers=10000 publishers=8 text=100")),
                            new Size(2, 15, 6),
                            new LoadProbe(),
                            SATURATED)
                    .alsoShort(new Size(1, 6, 4)),
            new Scenario(
                            "calm",
                            "1,000 subscribers in one room, 20 messages a second",
                            EVERYONE,
                            List.of(Case.of("", "subscribers=1000 publishers=8 text=100 rate=20").rehearsedWith("rate=0")),
                            new Size(2, 30, 10),
                            new LoadProbe(),
                            STEADY)
                    .alsoShort(new Size(1, 20, 8)),
            new Scenario(
                            "idle",
                            "15,000 streams open, nothing said",
                            EVERYONE,
                            List.of(Case.of("", "scenario=idle subscribers=15000").rehearsedWith("subscribers=100")),
                            new Size(2, 0, 8),
                            new IdleProbe(),
                            List.of(RSS_A_STREAM, less("heapPerStream", "heap a stream", Unit.BYTES), RSS))
                    .alsoShort(new Size(1, 0, 5)),
            new Scenario(
                    "many-rooms",
                    "1,000 rooms of 10 subscribers, 8 publishers over all as fast as they can",
                    EVERYONE,
                    List.of(Case.of("", "subscribers=10000 rooms=1000 publishers=8 text=100")),
                    new Size(1, 12, 6),
                    new LoadProbe(),
                    List.of(DELIVERIES, more("postsPerSecond", "POSTs", Unit.PER_SECOND), P50, P99, CPU, RSS, FAULTS)),
            new Scenario(
                    "connect",
                    "10,000 connect at once, to a server just started and to one that has served 5,000 before",
                    EVERYONE,
                    List.of(
                            Case.of("cold", "scenario=connect subscribers=10000"),
                            Case.of("warm", "scenario=connect subscribers=10000").rehearsedWith("subscribers=5000")),
                    new Size(2, 0, 1),
                    new LoadProbe(),
                    List.of(CONNECTED, RSS)),
            new Scenario(
                    "resume",
                    "5,000 come back at once, each 200 events behind, while another room goes on; beside it, live delivery to 5,000",
                    DURABLE_OR_NOT,
                    List.of(
                            Case.of("live", "subscribers=5000 publishers=8 text=100"),
                            Case.of("storm", "scenario=resume subscribers=5000 behind=200 text=100")
                                    .rehearsedWith("subscribers=1000")),
                    new Size(2, 6, 6),
                    new LoadProbe(),
                    List.of(
                            DELIVERIES,
                            less("resumeMillis", "until all have all", Unit.MILLIS),
                            more("replayed", "replayed", Unit.COUNT),
                            less("live.p99", "p99 elsewhere before", Unit.MICROS),
                            less("liveDuring.p99", "p99 elsewhere meanwhile", Unit.MICROS),
                            FAULTS)),
            new Scenario(
                    "slow",
                    "1,000 subscribers, 100 messages a second; all read, and a tenth stops reading",
                    DURABLE_OR_NOT,
                    List.of(
                            Case.of("all read", "subscribers=1000 publishers=8 text=100 rate=100 slow=0"),
                            Case.of("a tenth stops", "subscribers=1000 publishers=8 text=100 rate=100 slow=0.1")),
                    new Size(3, 10, 8),
                    new LoadProbe(),
                    List.of(P50, P99, less("post.p99", "POST p99", Unit.MICROS), CPU, RSS, FAULTS)),
            new Scenario(
                    "scale",
                    "cost of a delivery from 100 to 10,000 subscribers: at 20,000 deliveries a second, and as fast as it goes",
                    EARSHOT,
                    List.of(
                            Case.of("100 at 200/s", "subscribers=100 publishers=8 text=100 rate=200"),
                            Case.of("1,000 at 20/s", "subscribers=1000 publishers=8 text=100 rate=20"),
                            Case.of("10,000 at 2/s", "subscribers=10000 publishers=8 text=100 rate=2"),
                            Case.of("100 saturated", "subscribers=100 publishers=8 text=100"),
                            Case.of("1,000 saturated", "subscribers=1000 publishers=8 text=100"),
                            Case.of("10,000 saturated", "subscribers=10000 publishers=8 text=100")),
                    new Size(1, 25, 8),
                    new LoadProbe(),
                    List.of(CPU, DELIVERIES, P50, P99)),
            new Scenario(
                    "append",
                    "nobody listens; each POST is synced before it is answered",
                    EARSHOT,
                    List.of(
                            Case.of("1 publisher", "subscribers=0 publishers=1 text=100"),
                            Case.of("64 publishers", "subscribers=0 publishers=64 text=100")),
                    new Size(2, 25, 6),
                    new AppendProbe(),
                    List.of(
                            more("postsPerSecond", "POSTs", Unit.PER_SECOND),
                            less("post.p50", "POST p50", Unit.MICROS),
                            less("post.p99", "POST p99", Unit.MICROS),
                            less("syncedWrite", "one synced write", Unit.MICROS),
                            less("syncedCommit", "one synced commit", Unit.MICROS),
                            less("postPerSyncedCommit", "POST p50 : synced commit", Unit.TIMES))),
            new Scenario(
                    "start",
                    "from the command to the first answer",
                    EARSHOT,
                    List.of(Case.of("jar", "start=jar"), Case.of(StartProbe.WITH_CACHE, "start=aot")),
                    new Size(5, 0, 0),
                    new StartProbe(),
                    List.of(less("startMillis", "first answer", Unit.MILLIS))),
            new Scenario(
                    "soak",
                    "1,000 subscribers, 20 messages a second, for 10 minutes, with a full collection at each of 20 samples",
                    EARSHOT,
                    List.of(Case.of("", "subscribers=1000 publishers=8 text=100 rate=20")),
                    new Size(1, 30, 600),
                    new SoakProbe(),
                    List.of(
                            less("rssSlope", "RSS a minute", Unit.BYTES),
                            less("heapSlope", "heap a minute", Unit.BYTES),
                            RSS,
                            P50,
                            P99,
                            FAULTS)));

    private Scenarios() {}

    static Optional<Scenario> named(String name) {
        return ALL.stream().filter(scenario -> scenario.name().equals(name)).findFirst();
    }
}
