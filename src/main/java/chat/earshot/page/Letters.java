package chat.earshot.page;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What counts as a letter beside a mark or a link. {@code letters.js} says the same. */
final class Letters {

    private static final String SPACES = "\t\n\u000b\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
            + "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000";

    private static final Predicate<String> LETTER =
            Pattern.compile("^[\\p{L}\\p{M}\\p{N}]").asPredicate();
    private static final Predicate<String> SPACED_LETTER =
            Pattern.compile("^[\\p{Lu}\\p{Ll}\\p{Lt}\\p{Nd}]").asPredicate();

    private Letters() {}

    static boolean isSpace(int character) {
        return SPACES.indexOf(character) >= 0;
    }

    static boolean isLetter(String character) {
        return LETTER.test(character);
    }

    /** Of a script that puts spaces between its words, which are those with capitals, or a digit. Chinese and Thai have none. */
    static boolean isSpacedLetter(String character) {
        return SPACED_LETTER.test(character);
    }

    /** One code point, empty at the line's beginning. */
    static String before(String line, int index) {
        return index == 0 ? "" : Character.toString(line.codePointBefore(index));
    }

    /** One code point, empty at the line's end. */
    static String after(String line, int index) {
        return index == line.length() ? "" : Character.toString(line.codePointAt(index));
    }
}
