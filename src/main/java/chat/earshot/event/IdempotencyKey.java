package chat.earshot.event;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a client calls one attempt to say something, so that sending it again is safe: 1 to 128 visible ASCII characters. */
public record IdempotencyKey(String value) {

    private static final Pattern FORM = Pattern.compile("[!-~]{1,128}");

    public IdempotencyKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a key");
        }
    }

    /** The key this text is; empty for anything that cannot be one. */
    public static Optional<IdempotencyKey> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new IdempotencyKey(text)) : Optional.empty();
    }
}
