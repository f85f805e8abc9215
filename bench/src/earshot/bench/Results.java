package earshot.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** All rows of a run, and what did not work. */
final class Results {

    private final List<Row> rows = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    void add(Row row) {
        rows.add(row);
    }

    void addFailure(String failure) {
        failures.add(failure);
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    boolean has(String scenario) {
        return rows.stream().anyMatch(row -> row.scenario().equals(scenario));
    }

    /** Peers with a row in this case, Earshot first, the others in the order of the list of peers. */
    List<String> peers(String scenario, String variant) {
        return Peer.ALL.stream().map(Peer::name).filter(peer -> of(scenario, variant, peer).findAny().isPresent()).toList();
    }

    Stream<Row> of(String scenario, String variant, String peer) {
        return rows.stream()
                .filter(row -> row.scenario().equals(scenario) && row.variant().equals(variant) && row.peer().equals(peer));
    }

    Optional<Spread> spread(String scenario, String variant, String peer, String figure) {
        return Spread.of(of(scenario, variant, peer)
                .map(row -> row.figure(figure))
                .flatMapToDouble(OptionalDouble::stream)
                .toArray());
    }

    OptionalDouble median(String scenario, String variant, String peer, String figure) {
        return spread(scenario, variant, peer, figure).map(s -> OptionalDouble.of(s.median())).orElse(OptionalDouble.empty());
    }

    /** Earshot's median over the peer's. */
    OptionalDouble ratio(String scenario, String variant, String peer, String figure) {
        return quotient(median(scenario, variant, "earshot", figure), median(scenario, variant, peer, figure));
    }

    static OptionalDouble quotient(OptionalDouble dividend, OptionalDouble divisor) {
        return dividend.isPresent() && divisor.isPresent() && divisor.getAsDouble() != 0
                ? OptionalDouble.of(dividend.getAsDouble() / divisor.getAsDouble())
                : OptionalDouble.empty();
    }
}
