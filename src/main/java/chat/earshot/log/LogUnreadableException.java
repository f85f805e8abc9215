package chat.earshot.log;

/** The log could not be read: the disk fails, or the file is damaged. */
public class LogUnreadableException extends RuntimeException {

    public LogUnreadableException(Throwable cause) {
        super("the log could not be read", cause);
    }
}
