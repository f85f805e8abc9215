package earshot.load;

import java.net.ProtocolException;
import java.nio.ByteBuffer;

/** Takes the chunk framing off a body (RFC 9112, section 7.1), in place. All it carries from read to read is three fields. */
final class Dechunker {
    private enum Part {
        SIZE,
        EXTENSION,
        DATA,
        AFTER_DATA,
        TRAILER,
        END
    }

    private Part part = Part.SIZE;

    /** In SIZE what the digits say so far, in DATA the bytes still to come, in TRAILER the length of this line. */
    private long left;

    private boolean digits;

    void clear() {
        begin(Part.SIZE);
    }

    boolean ended() {
        return part == Part.END;
    }

    /** Hands on the data between from and to, and says where it stopped: at to, or behind the body's end. */
    int feed(ByteBuffer bytes, int from, int to, Body body) throws ProtocolException {
        int at = from;
        while (at < to && part != Part.END) {
            if (part == Part.DATA) {
                int end = (int) Math.min(to, at + left);
                body.body(bytes, at, end);
                left -= end - at;
                at = end;
                if (left == 0) {
                    part = Part.AFTER_DATA;
                }
            } else {
                frame(bytes.get(at++));
            }
        }
        return at;
    }

    private void frame(byte next) throws ProtocolException {
        switch (part) {
            case SIZE -> size(next);
            case EXTENSION -> {
                if (next == '\n') {
                    endSize();
                }
            }
            case AFTER_DATA -> afterData(next);
            case TRAILER -> trailer(next);
            default -> throw new IllegalStateException(part.name());
        }
    }

    private void size(byte next) throws ProtocolException {
        int digit = Character.digit(next, 16);
        if (digit >= 0 && left < 1L << 40) {
            left = left << 4 | digit;
            digits = true;
        } else if (next == '\n') {
            endSize();
        } else if (digits && (next == ';' || next == ' ' || next == '\t')) {
            part = Part.EXTENSION;
        } else if (next != '\r') {
            throw new ProtocolException("a chunk's size holds the byte " + next);
        }
    }

    private void endSize() throws ProtocolException {
        if (!digits) {
            throw new ProtocolException("a chunk without a size");
        }
        if (left == 0) {
            begin(Part.TRAILER);
        } else {
            part = Part.DATA;
        }
    }

    private void afterData(byte next) throws ProtocolException {
        if (next == '\n') {
            begin(Part.SIZE);
        } else if (next != '\r') {
            throw new ProtocolException("a chunk is longer than its size said: byte " + next);
        }
    }

    private void trailer(byte next) {
        if (next == '\n' && left == 0) {
            part = Part.END;
        } else if (next == '\n') {
            left = 0;
        } else if (next != '\r') {
            left++;
        }
    }

    private void begin(Part next) {
        part = next;
        left = 0;
        digits = false;
    }
}
