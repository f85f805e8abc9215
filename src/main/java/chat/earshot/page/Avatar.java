package chat.earshot.page;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
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
    private static final Pattern SPACES = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Predicate<String> SPELLED =
            Pattern.compile("^[\\p{L}\\p{N}]").asPredicate();
    private static final int HUES = 12;

    static Avatar of(String author) {
        return new Avatar(initials(author), "hue-" + Integer.remainderUnsigned(hash(author), HUES));
    }

    /** Of the first and the last word that begins with a letter or digit; of the first word where none does. */
    private static String initials(String author) {
        List<String> words =
                List.of(SPACES.matcher(author).replaceAll(" ").strip().split(" "));
        List<String> names = words.stream().filter(SPELLED).toList();
        if (names.size() < 2) {
            return first(names.isEmpty() ? words.getFirst() : names.getFirst());
        }
        return first(names.getFirst()) + first(names.getLast());
    }

    private static String first(String word) {
        Matcher grapheme = GRAPHEME.matcher(word);
        return grapheme.find() ? grapheme.group().toUpperCase(Locale.ROOT) : "";
    }

    private static int hash(String author) {
        return author.codePoints().reduce(0, (hash, point) -> 31 * hash + point);
    }
}
