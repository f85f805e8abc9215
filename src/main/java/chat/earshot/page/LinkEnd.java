package chat.earshot.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a link ends. {@code link-end.js} finds the same. */
final class LinkEnd {

    private static final Pattern SCHEME = Pattern.compile("https?://", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOST = Pattern.compile(
            "(?:\\[[0-9A-Fa-f:.]+]" + "|[^\\x00-/:-@\\[-`{-\\x7f][^\\x00-,/:-@\\[-^`{-\\x7f]*)(?::[0-9]{1,5})?");

    /** Beside white space: what no address holds, punctuation of scripts without spaces, and what would turn its letters around. */
    private static final String STOPS =
            "<>\"`\\\u061c\u060c\u061b\u061f\u200b\u200e\u200f\u201c\u201d\u201e\u00ab\u00bb"
                    + "\u2039\u203a\u2026\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u3001\u3002\u3008\u3009\u300a"
                    + "\u300b\u300c\u300d\u300e\u300f\u3010\u3011\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f\ufeff";

    private static final String AFTER_HOST = "/?#";
    private static final String TRAILING = ".,;:!?'*_";
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    private LinkEnd() {}

    /** The index after the link that begins there, -1 where none does. */
    static int of(String line, int from) {
        int host = schemeEnd(line, from);
        if (host < 0 || Letters.isSpacedLetter(Letters.before(line, from))) {
            return -1;
        }
        int hostEnd = run(line, host, AFTER_HOST);
        boolean named = hostEnd < line.length() && isOneOf(AFTER_HOST, line.charAt(hostEnd));
        if (named && !isHost(line, host, hostEnd)) {
            return -1; // before the rest is read, or a line of nothing but schemes would be read again for each
        }
        int end = withoutTrailing(line, from, named ? run(line, hostEnd, "") : hostEnd);
        return isHost(line, host, Math.min(hostEnd, end)) ? end : -1;
    }

    private static int schemeEnd(String line, int from) {
        Matcher scheme = SCHEME.matcher(line).region(from, line.length());
        return scheme.lookingAt() ? scheme.end() : -1;
    }

    private static boolean isHost(String line, int from, int to) {
        return from < to && HOST.matcher(line).region(from, to).matches();
    }

    private static int run(String line, int from, String ends) {
        int end = from;
        while (end < line.length() && !isStop(line.charAt(end)) && !isOneOf(ends, line.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isStop(char character) {
        return character < ' ' || character == '\u007f' || Letters.isSpace(character) || isOneOf(STOPS, character);
    }

    /** Punctuation after an address is the sentence's, and so is a bracket that was opened before it. */
    private static int withoutTrailing(String line, int from, int to) {
        int[] open = new int[OPENING.length()];
        for (int i = from; i < to; i++) {
            count(open, line.charAt(i), 1);
        }
        int end = to;
        for (; end > from; end--) {
            char last = line.charAt(end - 1);
            int closes = CLOSING.indexOf(last);
            if (!isOneOf(TRAILING, last) && !isOneOf(OPENING, last) && !(closes >= 0 && open[closes] < 0)) {
                break;
            }
            count(open, last, -1);
        }
        return end;
    }

    private static void count(int[] open, char character, int step) {
        if (isOneOf(OPENING, character)) {
            open[OPENING.indexOf(character)] += step;
        } else if (isOneOf(CLOSING, character)) {
            open[CLOSING.indexOf(character)] -= step;
        }
    }

    private static boolean isOneOf(String characters, char character) {
        return characters.indexOf(character) >= 0;
    }
}
