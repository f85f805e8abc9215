package earshot.load;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The status line and headers of a response, taken in as they come. It keeps one line at a time. */
final class ResponseHead {
    private static final int LONGEST_LINE = 8_192;

    private byte[] line = new byte[256];
    private int length;
    private boolean done;

    private int status;
    private long contentLength;
    private boolean chunked;
    private boolean closes;

    void clear() {
        length = 0;
        done = false;
        status = 0;
        contentLength = -1;
        chunked = false;
        closes = false;
    }

    /** Takes bytes up to the end of the head, and says where it stopped. */
    int feed(ByteBuffer bytes, int from, int to) throws ProtocolException {
        int at = from;
        while (at < to && !done) {
            byte next = bytes.get(at++);
            if (next == '\n') {
                endLine();
            } else if (next != '\r') {
                add(next);
            }
        }
        return at;
    }

    private void add(byte next) throws ProtocolException {
        if (length == line.length) {
            if (length >= LONGEST_LINE) {
                throw new ProtocolException("a header line of more than " + LONGEST_LINE + " bytes");
            }
            line = java.util.Arrays.copyOf(line, 2 * length);
        }
        line[length++] = next;
    }

    private void endLine() throws ProtocolException {
        if (status == 0) {
            status = statusOf();
        } else if (length == 0) {
            done = true;
        } else {
            header();
        }
        length = 0;
    }

    private int statusOf() throws ProtocolException {
        if (length < 12 || line[0] != 'H') {
            throw new ProtocolException("no status line: " + text(0));
        }
        return (line[9] - '0') * 100 + (line[10] - '0') * 10 + line[11] - '0';
    }

    /** Three headers matter; the first letter rules nearly all others out without making a String. */
    private void header() {
        int first = line[0] | 0x20;
        if (first != 'c' && first != 't') {
            return;
        }
        if (begins("content-length:")) {
            contentLength = Long.parseLong(text(15).strip());
        } else if (begins("transfer-encoding:")) {
            chunked = text(18).strip().equalsIgnoreCase("chunked");
        } else if (begins("connection:")) {
            closes = text(11).strip().equalsIgnoreCase("close");
        }
    }

    private boolean begins(String name) {
        if (length < name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            int lower = line[i] >= 'A' && line[i] <= 'Z' ? line[i] | 0x20 : line[i];
            if (lower != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private String text(int from) {
        return new String(line, from, length - from, StandardCharsets.ISO_8859_1);
    }

    boolean done() {
        return done;
    }

    int status() {
        return status;
    }

    boolean accepted() {
        return status >= 200 && status < 300;
    }

    /** The length of the body, or -1 where the head does not say. */
    long contentLength() {
        return status == 204 || status == 304 ? 0 : contentLength;
    }

    boolean chunked() {
        return chunked;
    }

    boolean closes() {
        return closes;
    }
}
