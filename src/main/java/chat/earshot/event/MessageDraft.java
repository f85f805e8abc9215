package chat.earshot.event;

import tools.jackson.core.io.JsonStringEncoder;

/**
 * A message before the log has it.
 *
 * @param author 1 to 64 code points, all of them visible
 * @param text 1 to 4,000 code points with something to see among them; line breaks are kept
 */
public record MessageDraft(Room room, String author, String text) implements Draft {

    /** Who speaks where nobody is named. */
    public static final String ANONYMOUS = "anonymous";

    /** The longest text, in code points. */
    public static final int LONGEST_TEXT = 4_000;

    /** The longest author, in code points. */
    public static final int LONGEST_AUTHOR = 64;

    /** @throws InvalidDraftException naming the field that is wrong */
    public MessageDraft {
        checkAuthor(author);
        checkText(text);
    }

    @Override
    public String type() {
        return Event.MESSAGE;
    }

    @Override
    public String content() {
        return "{\"author\":\"" + quoted(author) + "\",\"text\":\"" + quoted(text) + "\"}";
    }

    private static void checkAuthor(String author) {
        if (author.isBlank() || author.codePointCount(0, author.length()) > LONGEST_AUTHOR) {
            throw new InvalidDraftException("author", "An author is 1 to 64 characters long.");
        }
        if (!Characters.allVisible(author)) {
            throw new InvalidDraftException(
                    "author", "An author holds no line breaks, control, direction or invisible characters.");
        }
    }

    private static void checkText(String text) {
        if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
            throw new InvalidDraftException("text", "A text is at most 4,000 characters long. Split it into several.");
        }
        if (Characters.anyControl(text)) {
            throw new InvalidDraftException("text", "A text holds no control characters but tab and line breaks.");
        }
        if (Characters.noneVisible(text)) {
            throw new InvalidDraftException("text", "A text has at least one visible character.");
        }
    }

    private static String quoted(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsCharArray(text));
    }
}
