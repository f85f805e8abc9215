package chat.earshot.event;

/** What someone asks to have said, checked: one that could not become an event cannot exist. */
public sealed interface Draft permits MessageDraft, CustomDraft {

    Room room();

    /** The type of the event it becomes. */
    String type();

    /** Its content as compact JSON on one line, as {@link Event#content()} keeps it. */
    String content();
}
