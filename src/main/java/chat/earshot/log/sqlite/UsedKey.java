package chat.earshot.log.sqlite;

import java.util.Arrays;

/** An Idempotency-Key that was used: for what content, and which event came of it. */
record UsedKey(byte[] fingerprint, long sequence) {

    boolean isFor(byte[] other) {
        return Arrays.equals(fingerprint, other);
    }
}
