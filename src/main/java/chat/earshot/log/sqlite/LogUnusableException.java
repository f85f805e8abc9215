package chat.earshot.log.sqlite;

import org.jspecify.annotations.Nullable;

/** The log cannot be used as it is, so the program does not start. Its message says what is wrong and what to do. */
public class LogUnusableException extends RuntimeException {

    LogUnusableException(String message) {
        this(message, null);
    }

    LogUnusableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
