package chat.earshot.log.sqlite;

import chat.earshot.event.Room;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Derives a room's epoch from the log's secret, the room's name and its generation. So a room nobody has spoken in has one
 * too, without a row. Immutable; any thread may ask.
 */
final class Epochs {

    private static final int LENGTH = 8;
    private static final int BASE = 36;

    private final byte[] secret;

    Epochs(byte[] secret) {
        this.secret = secret.clone();
    }

    static byte[] newSecret() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return secret;
    }

    /** The room's epoch; a generation beyond 0 only where an epoch is taken by another room. */
    String of(Room room, int generation) {
        byte[] code = sign(room.name() + " " + generation);
        StringBuilder epoch = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            int digit = ((code[2 * i] & 0xFF) << 8 | code[2 * i + 1] & 0xFF) % BASE;
            epoch.append(Character.forDigit(digit, BASE));
        }
        return epoch.toString();
    }

    private byte[] sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
