package chat.earshot.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Valid JSON laid out for people: what is short stays on one line, everything else gets a line for each of its parts. Only white
 * space changes; numbers, strings and the order of keys stay as they were spelled. The script does the same in
 * {@code pretty-json.js}. No recursion, however deep it is nested.
 */
final class PrettyJson {

    private static final int WIDTH = 60; // what is no longer stays on one line
    private static final String STEP = "  ";
    private static final int MOST_STEPS = 8; // what is nested deeper is not moved in any further

    private final List<String> tokens;
    private final int[] widths;
    private final StringBuilder pretty = new StringBuilder();
    private int depth;

    /** How many that stay on one line are open. */
    private int flat;

    private PrettyJson(String json) {
        this.tokens = tokens(json);
        this.widths = widths(tokens);
    }

    static String of(String json) {
        return new PrettyJson(json).layOut();
    }

    private String layOut() {
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            switch (token) {
                case "{", "[" -> open(token, widths[i]);
                case "}", "]" -> close(token);
                case "," -> pretty.append(',').append(flat > 0 ? " " : newLine());
                case ":" -> pretty.append(": ");
                default -> pretty.append(token);
            }
        }
        return pretty.toString();
    }

    private void open(String token, int width) {
        pretty.append(token);
        if (flat > 0 || width <= WIDTH) {
            flat++;
        } else {
            depth++;
            pretty.append(newLine());
        }
    }

    private void close(String token) {
        if (flat > 0) {
            flat--;
        } else {
            depth--;
            pretty.append(newLine());
        }
        pretty.append(token);
    }

    private String newLine() {
        return "\n" + STEP.repeat(Math.min(depth, MOST_STEPS));
    }

    /** Of each opening bracket how long everything up to its closing one is on one line. */
    private static int[] widths(List<String> tokens) {
        int[] widths = new int[tokens.size()];
        Deque<Integer> open = new ArrayDeque<>();
        int width = 0;
        for (int i = 0; i < widths.length; i++) {
            String token = tokens.get(i);
            if (isOneOf("{[", token)) {
                open.push(i);
                widths[i] = -width;
            }
            width += token.length() + (isOneOf(",:", token) ? 1 : 0);
            if (isOneOf("}]", token)) {
                widths[open.pop()] += width;
            }
        }
        return widths;
    }

    private static List<String> tokens(String json) {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < json.length(); ) {
            int end = json.charAt(i) == '"' ? stringEnd(json, i) : wordEnd(json, i);
            if (end == i) {
                end++; // white space
            } else {
                tokens.add(json.substring(i, end));
            }
            i = end;
        }
        return tokens;
    }

    private static int stringEnd(String json, int from) {
        int end = from + 1;
        while (json.charAt(end) != '"') {
            end += json.charAt(end) == '\\' ? 2 : 1;
        }
        return end + 1;
    }

    private static int wordEnd(String json, int from) {
        int end = from;
        while (end < json.length() && " \t\n\r{}[],:\"".indexOf(json.charAt(end)) < 0) {
            end++;
        }
        return end == from && "{}[],:".indexOf(json.charAt(from)) >= 0 ? from + 1 : end;
    }

    private static boolean isOneOf(String characters, String token) {
        return token.length() == 1 && characters.contains(token);
    }
}
