package earshot.bench;

import java.util.Arrays;
import java.util.Optional;

/** What several rounds gave. */
record Spread(double median, double least, double most, int rounds) {

    /** Empty for no values. */
    static Optional<Spread> of(double... values) {
        if (values.length == 0) {
            return Optional.empty();
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return Optional.of(new Spread(median, sorted[0], sorted[sorted.length - 1], sorted.length));
    }

    String show(Unit unit) {
        String shown = unit.show(median);
        return rounds == 1 || least == most ? shown : shown + " (" + unit.show(least) + " – " + unit.show(most) + ")";
    }
}
