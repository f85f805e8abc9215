package earshot.load;

/** Counts durations in steps of less than 1 %: each power of two is cut into 128. No allocation, one thread each; merge them at the end. */
final class Histogram {
    private static final int CUT_BITS = 7;
    private static final int CUTS = 1 << CUT_BITS;

    private final long[] counts = new long[(64 - CUT_BITS) * CUTS];
    private long count;
    private long max;

    void record(long nanos) {
        long value = Math.max(nanos, 0);
        counts[step(value)]++;
        count++;
        if (value > max) {
            max = value;
        }
    }

    /** Below 128 each value has its own step; above, the highest eight bits of the value choose it. */
    private static int step(long value) {
        int shift = Math.max(0, 63 - Long.numberOfLeadingZeros(value | 1) - CUT_BITS);
        return (shift << CUT_BITS) + (int) (value >>> shift);
    }

    private static double middle(int step) {
        int shift = Math.max(0, (step >>> CUT_BITS) - 1);
        long lowest = (long) (step - (shift << CUT_BITS)) << shift;
        return lowest + ((1L << shift) - 1) / 2.0;
    }

    void add(Histogram other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        count += other.count;
        max = Math.max(max, other.max);
    }

    long count() {
        return count;
    }

    double maxMicros() {
        return max / 1_000.0;
    }

    /** The duration that the given part of all did not exceed, in microseconds. */
    double micros(double part) {
        long rank = Math.max(1, (long) Math.ceil(part * count));
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= rank) {
                return Math.min(middle(i), max) / 1_000.0;
            }
        }
        return 0;
    }

    /** Nothing was measured, nothing is said. */
    void brief(String key, Json result) {
        if (count > 0) {
            result.put(key, new Json().put("p50", micros(0.5)).put("p99", micros(0.99)).put("max", maxMicros()));
        }
    }

    void detailed(String key, Json result) {
        if (count > 0) {
            Json detail = new Json().put("p50", micros(0.5)).put("p90", micros(0.9)).put("p99", micros(0.99));
            result.put(key, detail.put("p999", micros(0.999)).put("max", maxMicros()));
        }
    }
}
