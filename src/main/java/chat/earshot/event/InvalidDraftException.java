package chat.earshot.event;

/** Something posted that cannot become an event. Its message says which field and why, and never repeats the input. */
public class InvalidDraftException extends IllegalArgumentException {

    private final String field;

    public InvalidDraftException(String field, String message) {
        super(message);
        this.field = field;
    }

    /** The field at fault, as it is spelled in JSON. */
    public String field() {
        return field;
    }
}
