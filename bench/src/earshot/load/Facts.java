package earshot.load;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the self-test holds to be so, and where it was not. */
final class Facts {
    private final List<String> failures = new ArrayList<>();

    void same(String what, Object expected, Object actual) {
        boolean equal = expected instanceof Number left && actual instanceof Number right
                ? left.doubleValue() == right.doubleValue()
                : expected.equals(actual);
        if (!equal) {
            failures.add(what + ": expected " + expected + ", got " + actual);
        }
    }

    void fail(String what) {
        failures.add(what);
    }

    List<String> failures() {
        return failures;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
