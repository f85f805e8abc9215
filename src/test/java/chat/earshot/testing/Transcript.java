package chat.earshot.testing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The newest bytes read, for the message of a failure. Not thread-safe. */
final class Transcript {

    private static final int KEPT = 2_000;

    private byte[] newest = new byte[0];
    private long total;

    void add(byte[] bytes, int from, int to) {
        int keep = Math.min(newest.length, Math.max(0, KEPT - (to - from)));
        byte[] joined = Arrays.copyOfRange(newest, newest.length - keep, newest.length + Math.min(to - from, KEPT));
        System.arraycopy(bytes, to - (joined.length - keep), joined, keep, joined.length - keep);
        newest = joined;
        total += to - from;
    }

    @Override
    public String toString() {
        String text = new String(newest, StandardCharsets.ISO_8859_1);
        String shown = text.replace("\r", "\\r").replace("\n", "\\n");
        return total + " bytes read so far" + (total > newest.length ? ", the newest: " : ": ") + "«" + shown + "»";
    }
}
