package earshot.load;

import java.net.ProtocolException;
import java.nio.ByteBuffer;

/** The answer to one POST: its status is kept, its body is passed over. */
final class Answer {
    private static final Body UNHEARD = (bytes, from, to) -> {};

    private final ResponseHead head = new ResponseHead();
    private final Dechunker dechunker = new Dechunker();
    private long left;

    void clear() {
        head.clear();
        dechunker.clear();
        left = -1;
    }

    /** Takes what has come; true when the answer is complete. */
    boolean feed(ByteBuffer bytes, int length) throws ProtocolException {
        int at = head.done() ? 0 : readHead(bytes, length);
        if (!head.done()) {
            return false;
        }
        if (head.chunked()) {
            dechunker.feed(bytes, at, length, UNHEARD);
            return dechunker.ended();
        }
        left -= length - at;
        return left <= 0;
    }

    private int readHead(ByteBuffer bytes, int length) throws ProtocolException {
        int at = head.feed(bytes, 0, length);
        if (head.done() && !head.chunked()) {
            left = head.contentLength();
            if (left < 0) {
                throw new ProtocolException("an answer with neither a length nor chunks");
            }
        }
        return at;
    }

    boolean accepted() {
        return head.accepted();
    }

    int status() {
        return head.status();
    }

    boolean closes() {
        return head.closes();
    }
}
