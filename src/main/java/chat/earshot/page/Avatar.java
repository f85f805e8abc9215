package chat.earshot.page;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands for an author's face: up to two initials and one of twelve hues, both from the name alone. The script derives
 * the same ones in {@code avatar.js}.
 *
 * @param hue the class that has the colour
 */
record Avatar(String initials, String hue) {

    private static final Pattern GRAPHEME = Pattern.compile("\\X");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int HUES = 12;

    static Avatar of(String author) {
        String[] words = SPACES.split(author.strip());
        String initials = words.length == 1 ? first(words[0]) : first(words[0]) + first(words[words.length - 1]);
        return new Avatar(initials.toUpperCase(Locale.ROOT), "hue-" + Integer.remainderUnsigned(hash(author), HUES));
    }

    private static String first(String word) {
        Matcher grapheme = GRAPHEME.matcher(word);
        return grapheme.find() ? grapheme.group() : "";
    }

    private static int hash(String author) {
        return author.codePoints().reduce(0, (hash, point) -> 31 * hash + point);
    }
}
