package chat.earshot.log;

import org.jspecify.annotations.Nullable;

/** An append that did not come to a durable event, as far as is known. */
public class AppendException extends RuntimeException {

    /** Why, and whether the event can still turn up in the log. */
    public enum Reason {
        /** Too many wait already, or the log is closing; nothing was written. */
        BUSY,
        /** There are as many rooms as there may be, and this would be a new one; nothing was written. */
        ROOMS,
        /** The key was used with other content; nothing was written. */
        KEY_REUSED,
        /** The disk is full or fails. The event may turn up or not; sending it again with its key is safe. */
        STORAGE,
        /** This event alone could not be written; nothing was. */
        UNWRITABLE,
        /** The write hangs. The event may turn up or not; sending it again with its key is safe. */
        HANGING
    }

    private final Reason reason;

    public AppendException(Reason reason) {
        this(reason, null);
    }

    public AppendException(Reason reason, @Nullable Throwable cause) {
        super("the append failed: " + reason, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
