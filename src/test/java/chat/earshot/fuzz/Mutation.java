package chat.earshot.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes with a few things wrong: a bit, a cut, something too much, something twice. */
final class Mutation {

    private static final int MOST = 3;

    private static final String[] TOKENS = {
        "\r\n",
        "\r\n\r\n",
        "\n",
        "\r",
        "\0",
        " ",
        "\t",
        ":",
        ";",
        "?",
        "&",
        "=",
        "%",
        "%00",
        "%zz",
        "/",
        "..",
        "\"",
        "\\",
        "{",
        "}",
        "\u00ff",
        "\u00c3",
        "Content-Length: 3\r\n",
        "Content-Length: 0\r\n",
        "Content-Length: 70000\r\n",
        "Content-Length: -1\r\n",
        "Transfer-Encoding: chunked\r\n",
        "Transfer-Encoding: x\r\n",
        "Connection: close\r\n",
        "Connection: upgrade\r\n",
        "Upgrade: h2c\r\n",
        "Expect: 100-continue\r\n",
        "Host: other\r\n",
        "Host:\r\n",
        "HTTP/1.0",
        "HTTP/2.0",
        "http://other",
        "*",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "0\r\n\r\n",
        "ffffffffffffffff\r\n"
    };

    private Mutation() {}

    static byte[] of(Dice dice, byte[] bytes) {
        byte[] changed = bytes;
        for (int left = dice.between(1, MOST); left > 0; left--) {
            changed = once(dice, changed);
        }
        return changed;
    }

    private static byte[] once(Dice dice, byte[] bytes) {
        int from = dice.between(0, bytes.length);
        int to = Math.min(bytes.length, from + dice.between(0, 12));
        return dice.<byte[]>either(
                () -> spliced(bytes, from, token(dice), from),
                () -> spliced(bytes, from, token(dice), to),
                () -> spliced(bytes, from, new byte[] {(byte) dice.between(0, 255)}, Math.min(bytes.length, from + 1)),
                () -> spliced(bytes, from, new byte[0], to),
                () -> spliced(bytes, to, Arrays.copyOfRange(bytes, from, to), to),
                () -> Arrays.copyOf(bytes, from),
                () -> flipped(bytes, from, dice.between(0, 7)));
    }

    private static byte[] token(Dice dice) {
        return dice.pick(TOKENS).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** With this in place of what stands between. */
    private static byte[] spliced(byte[] bytes, int from, byte[] inserted, int to) {
        ByteArrayOutputStream spliced = new ByteArrayOutputStream();
        spliced.write(bytes, 0, from);
        spliced.writeBytes(inserted);
        spliced.write(bytes, to, bytes.length - to);
        return spliced.toByteArray();
    }

    private static byte[] flipped(byte[] bytes, int at, int bit) {
        byte[] flipped = bytes.clone();
        if (at < flipped.length) {
            flipped[at] ^= (byte) (1 << bit);
        }
        return flipped;
    }
}
