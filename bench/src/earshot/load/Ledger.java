package earshot.load;

import java.util.BitSet;

/**
 * What was sent: the numbers of each publisher in each room. A message that was refused, or whose answer never came, is doubtful: it may be
 * heard, and is not lost if it is not. Written by the publishers' thread; others may read it once that has ended.
 */
final class Ledger {
    private static final BitSet NONE = new BitSet();

    private final int[][] next;
    private final BitSet[][] doubtful;
    private final long[] accepted;

    Ledger(int publishers, int rooms) {
        next = new int[publishers][rooms];
        doubtful = new BitSet[publishers][rooms];
        accepted = new long[rooms];
    }

    int take(int publisher, int room) {
        return next[publisher][room]++;
    }

    void accept(int room) {
        accepted[room]++;
    }

    void doubt(int publisher, int room, int number) {
        if (doubtful[publisher][room] == null) {
            doubtful[publisher][room] = new BitSet();
        }
        doubtful[publisher][room].set(number);
    }

    int sent(int publisher, int room) {
        return next[publisher][room];
    }

    BitSet doubtful(int publisher, int room) {
        BitSet numbers = doubtful[publisher][room];
        return numbers == null ? NONE : numbers;
    }

    long accepted(int room) {
        return accepted[room];
    }
}
