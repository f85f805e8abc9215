package earshot.bench;

import static earshot.bench.Figure.less;
import static earshot.bench.Figure.more;

import java.util.List;
import java.util.Optional;

/** All that is measured, in the order in which it is. */
final class Scenarios {

    static final List<String> EVERYONE = List.of("earshot", "nchan", "express", "spring");
    private static final List<String> EARSHOT = List.of("earshot");

    private static final Figure DELIVERIES = more("deliveriesPerSecond", "deliveries", Unit.PER_SECOND);
    private static final Figure POSTS = more("postsPerSecond", "POSTs", Unit.PER_SECOND);
    private static final Figure P50 = less("latency.p50", "p50", Unit.MICROS);
    private static final Figure P99 = less("latency.p99", "p99", Unit.MICROS);
    private static final Figure CPU = less("cpuPerDelivery", "server CPU a delivery", Unit.MICROS);
    private static final Figure RSS = less("serverRss", "RSS", Unit.BYTES);
    private static final Figure FAULTS = less("faults", "lost, repeated, misordered", Unit.COUNT);

    static final Scenario SATURATION_1000 = new Scenario(
                    "saturation-1000",
                    "1,000 subscribers in one room, 8 publishers as fast as they can",
                    EVERYONE,
                    List.of(Case.of("", "subscribers=1000 publishers=8 text=100")),
                    new Size(4, 8, 8),
                    new LoadProbe(),
                    List.of(DELIVERIES, P50, P99, CPU, RSS, FAULTS))
            .alsoShort(new Size(2, 4, 4));

    static final Scenario CALM = new Scenario(
                    "calm",
                    "1,000 subscribers in one room, 20 messages a second",
                    EVERYONE,
                    List.of(Case.of("", "subscribers=1000 publishers=8 text=100 rate=20")),
                    new Size(3, 15, 10),
                    new LoadProbe(),
                    List.of(P50, P99, less("latency.p999", "p99.9", Unit.MICROS), CPU, RSS, FAULTS))
            .alsoShort(new Size(1, 8, 8));

    static final List<Scenario> ALL = List.of(SATURATION_1000, CALM);

    private Scenarios() {}

    static Optional<Scenario> named(String name) {
        return ALL.stream().filter(scenario -> scenario.name().equals(name)).findFirst();
    }
}
