package chat.earshot.page;

import java.util.function.Predicate;

/** What stands before and after bold and italic words. */
enum Mark {
    STARS("**", Letters::isSpacedLetter),
    STAR("*", Letters::isSpacedLetter),
    LOW("_", Letters::isLetter);

    private static final String NO_OPENING_AFTER = "/\\@";
    private static final String NO_OPENING_BEFORE = ")]}<.,;:!?/\\";
    private static final String NO_CLOSING_AFTER = "([{";

    private final String text;
    private final Predicate<String> isOfWord;

    Mark(String text, Predicate<String> isOfWord) {
        this.text = text;
        this.isOfWord = isOfWord;
    }

    String text() {
        return text;
    }

    /** Whether it may open something between these two code points, of which either is empty at the line's end. */
    boolean opens(String left, String right) {
        return !isSpaceOrEnd(right)
                && !isOfWord.test(left)
                && !left.equals(right)
                && !NO_OPENING_BEFORE.contains(right)
                && (left.isEmpty() || !NO_OPENING_AFTER.contains(left));
    }

    boolean closes(String left, String right) {
        return !isSpaceOrEnd(left) && !isOfWord.test(right) && !NO_CLOSING_AFTER.contains(left);
    }

    private static boolean isSpaceOrEnd(String character) {
        return character.isEmpty() || Letters.isSpace(character.codePointAt(0));
    }
}
