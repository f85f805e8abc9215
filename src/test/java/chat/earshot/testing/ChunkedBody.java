package chat.earshot.testing;

import java.time.Duration;

/**
 * Takes chunks off a wire (RFC 9112, 7.1) and keeps apart what a client may wait for: a chunk's data, and the CRLF after
 * it. Trailers are not known here. One thread.
 */
final class ChunkedBody {

    private final Wire wire;
    private int left;
    private boolean crlfDue;
    private boolean last;

    ChunkedBody(Wire wire) {
        this.wire = wire;
    }

    /** A whole chunk, as soon as its data is there. */
    Chunk next(Deadline deadline) {
        String sizeLine = open(deadline);
        Chunk chunk = new Chunk(sizeLine, wire.exactly(left, deadline));
        left = 0;
        return chunk;
    }

    /** What there is of the data, chunk or part of one; none after the last chunk and its CRLF. */
    byte[] some(Deadline deadline) {
        while (left == 0) {
            if (last) {
                takeCrlf(deadline);
                return new byte[0];
            }
            open(deadline);
        }
        byte[] data = wire.upTo(left, deadline);
        if (data.length == 0) {
            throw wire.ended();
        }
        left -= data.length;
        return data;
    }

    boolean crlfArrives(Duration wait) {
        Deadline deadline = Deadline.after(wait);
        if (crlfDue && wire.has(2, deadline)) {
            takeCrlf(deadline);
        }
        return !crlfDue;
    }

    private String open(Deadline deadline) {
        if (last) {
            throw wire.broken("the last chunk was read already");
        }
        takeCrlf(deadline);
        String sizeLine = wire.line(deadline);
        left = size(sizeLine);
        last = left == 0;
        crlfDue = true;
        return sizeLine;
    }

    private void takeCrlf(Deadline deadline) {
        if (crlfDue) {
            wire.expectCrlf(deadline);
            crlfDue = false;
        }
    }

    private int size(String sizeLine) {
        String digits = sizeLine.split(";", 2)[0].strip();
        if (!digits.matches("[0-9a-fA-F]{1,7}")) {
            throw wire.broken("no chunk size: " + sizeLine);
        }
        return Integer.parseInt(digits, 16);
    }
}
