package earshot.load;

import java.util.BitSet;

/**
 * What one subscriber heard of each publisher, whose messages are numbered 0, 1, 2 … in each room. A number that is passed over is missing;
 * if it comes later after all it was out of order; a number that is neither due nor missing is a repeat.
 */
final class Tally {
    private final int[] expected;

    /** For each publisher, null until something is missing. */
    private BitSet[] missing;

    private long repeated;
    private long misordered;
    private long order;

    Tally(int publishers) {
        expected = new int[publishers];
    }

    void heard(int publisher, int number) {
        order = Long.rotateLeft(order ^ ((long) publisher << 32 | number), 23) * 0x9E3779B97F4A7C15L;
        if (publisher < expected.length && expected[publisher] == number) {
            expected[publisher]++;
        } else {
            unexpected(publisher, number);
        }
    }

    private void unexpected(int publisher, int number) {
        if (publisher >= expected.length) {
            repeated++;
        } else if (number > expected[publisher]) {
            missing(publisher).set(expected[publisher], number);
            expected[publisher] = number + 1;
        } else if (missing(publisher).get(number)) {
            missing(publisher).clear(number);
            misordered++;
        } else {
            repeated++;
        }
    }

    private BitSet missing(int publisher) {
        if (missing == null) {
            missing = new BitSet[expected.length];
        }
        if (missing[publisher] == null) {
            missing[publisher] = new BitSet();
        }
        return missing[publisher];
    }

    /** How many of the messages that were accepted for the room never came. */
    long lost(Ledger ledger, int room) {
        long lost = 0;
        for (int publisher = 0; publisher < expected.length; publisher++) {
            BitSet gone = new BitSet();
            if (missing != null && missing[publisher] != null) {
                gone.or(missing[publisher]);
            }
            gone.set(expected[publisher], Math.max(expected[publisher], ledger.sent(publisher, room)));
            gone.andNot(ledger.doubtful(publisher, room));
            lost += gone.cardinality();
        }
        return lost;
    }

    long repeated() {
        return repeated;
    }

    long misordered() {
        return misordered;
    }

    /** Equal for two subscribers that heard the same messages in the same order. */
    long order() {
        return order;
    }
}
