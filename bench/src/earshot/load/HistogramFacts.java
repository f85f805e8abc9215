package earshot.load;

import java.util.Arrays;
import java.util.Random;

/** Percentiles against those of the sorted values. */
final class HistogramFacts {
    private final Facts facts;

    HistogramFacts(Facts facts) {
        this.facts = facts;
    }

    void countsPercentilesWithinOnePercent() {
        long[] values = new Random(4).longs(100_001).map(one -> 50 + (one >>> 1 >>> one % 40 + 40) % 9_000_000_000L).toArray();
        Histogram one = new Histogram();
        Histogram other = new Histogram();
        for (int i = 0; i < values.length; i++) {
            (i % 3 == 0 ? one : other).record(values[i]);
        }
        one.add(other);
        one.add(new Histogram());
        Arrays.sort(values);
        for (double part : new double[] {0.001, 0.1, 0.5, 0.9, 0.99, 0.999, 1}) {
            double exact = values[(int) Math.max(0, Math.ceil(part * values.length) - 1)] / 1_000.0;
            double said = one.micros(part);
            facts.same("p" + part * 100 + " is " + exact + ", not " + said, true, Math.abs(said - exact) <= 0.01 * exact);
        }
        facts.same("max", values[values.length - 1] / 1_000.0, one.maxMicros());
        facts.same("count", (long) values.length, one.count());
    }
}
