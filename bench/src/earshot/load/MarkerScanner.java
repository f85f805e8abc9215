package earshot.load;

import java.nio.ByteBuffer;

/**
 * Finds {@code #publisher.number.time#} in a stream of bytes. It looks for the first {@code #} eight bytes at a time and reads the digits
 * as they come, so a marker that is cut anywhere needs no copy: what was read of it is in the fields. The bytes must be little-endian.
 */
final class MarkerScanner {
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long HASHES = '#' * ONES;

    private static final int OUTSIDE = -1;
    private static final int TIME = 2;

    /** Which of the three numbers is being read, or OUTSIDE. */
    private int field = OUTSIDE;

    private long value;
    private int publisher;
    private int number;

    void scan(ByteBuffer bytes, int from, int to, Heard heard) {
        int at = from;
        while (at < to) {
            if (field == OUTSIDE) {
                at = hash(bytes, at, to);
                if (at == to) {
                    return;
                }
                at++;
                field = 0;
                value = 0;
            }
            at = digits(bytes, at, to, heard);
        }
    }

    private static int hash(ByteBuffer bytes, int from, int to) {
        int at = from;
        for (; at <= to - 8; at += 8) {
            long differs = bytes.getLong(at) ^ HASHES;
            long hit = (differs - ONES) & ~differs & HIGHS;
            if (hit != 0) {
                return at + (Long.numberOfTrailingZeros(hit) >>> 3);
            }
        }
        while (at < to && bytes.get(at) != '#') {
            at++;
        }
        return at;
    }

    private int digits(ByteBuffer bytes, int from, int to, Heard heard) {
        long read = value;
        int at = from;
        while (at < to) {
            int next = bytes.get(at++);
            int digit = next - '0';
            if (digit >= 0 && digit <= 9) {
                read = read * 10 + digit;
            } else {
                value = read;
                end(next, heard);
                if (field == OUTSIDE) {
                    return at;
                }
                read = 0;
            }
        }
        value = read;
        return at;
    }

    /** A number is over. What is no marker after all is let go; the message it should have been is then missing. */
    private void end(int with, Heard heard) {
        if (with == '.' && field < TIME) {
            keep();
            field++;
            value = 0;
        } else {
            boolean whole = with == '#' && field == TIME;
            field = OUTSIDE;
            if (whole) {
                heard.message(publisher, number, value);
            }
        }
    }

    private void keep() {
        if (field == 0) {
            publisher = (int) value;
        } else {
            number = (int) value;
        }
    }
}
