package chat.earshot.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text taken apart into words and blocks of code. The script does the same in {@code text-parts.js}, with one table of
 * examples for both. A mark that means nothing stays visible: nothing of a text is ever lost. The grammar:
 *
 * <ul>
 *   <li>A line of <code>```</code> and perhaps a language, with no other backtick in it, up to the next line that ends with
 *       <code>```</code>: a block of code. What stands with either fence and is no language belongs to the code.
 *   <li>Everything else is within one line. Backticks up to as many of them: code, in which nothing else means anything.
 *   <li>{@code http://} or {@code https://} and a host, not behind a letter: a link, up to white space or what no address
 *       holds; without trailing punctuation and without brackets that were opened before it. A name before the host, as in
 *       {@code https://bank.example@elsewhere.example}, makes it none.
 *   <li>{@code **bold**}, {@code *italic*} and {@code _italic_}, {@code ***both***}. A mark opens before something and closes
 *       after something; on its other side there is no letter of the same word. So snake_case, 2*3*4 and __init__ stay as
 *       they are, and so do file name patterns ({@code *.java}, {@code a/*}), {@code count(*)}, {@code "*"} and ¯\_(ツ)_/¯.
 * </ul>
 *
 * It takes time in proportion to the text's length, whatever is in it. What would come to more than 400 runs and blocks was
 * not written to be read, and would make the page heavy for everybody: it is shown as it was typed.
 */
final class TextParts {

    private static final int MOST_RUNS = 400;
    private static final String FENCE = "```";
    private static final Pattern LANGUAGE = Pattern.compile("[-+#.\\w]{0,20}");
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r|\n");

    private final List<String> lines;
    private final List<TextPart> parts = new ArrayList<>();
    private final List<String> words = new ArrayList<>();

    private TextParts(String text) {
        this.lines = List.of(LINE_BREAK.split(text, -1));
    }

    static List<TextPart> of(String text) {
        TextParts read = new TextParts(text);
        List<TextPart> parts = read.read();
        return parts.stream().mapToInt(TextPart::size).sum() > MOST_RUNS ? read.asTyped() : parts;
    }

    private List<TextPart> read() {
        boolean mayClose = true; // no block is closed any more once one was not
        for (int i = 0; i < lines.size(); i++) {
            int end = mayClose && opens(lines.get(i)) ? closing(i) : 0;
            mayClose &= end >= 0;
            List<String> code = end > i ? code(i, end) : List.of();
            if (code.isEmpty()) {
                words.add(lines.get(i));
            } else {
                endWords();
                parts.add(new TextPart.CodeBlock(language(lines.get(i)), String.join("\n", code)));
                i = end;
            }
        }
        endWords();
        return parts;
    }

    private List<TextPart> asTyped() {
        return List.of(new TextPart.Words(List.of(Run.plain(String.join("\n", lines)))));
    }

    private static boolean opens(String line) {
        return line.startsWith(FENCE) && line.indexOf('`', FENCE.length()) < 0;
    }

    private int closing(int from) {
        int to = from + 1;
        while (to < lines.size() && !trimmed(lines.get(to)).endsWith(FENCE)) {
            to++;
        }
        return to < lines.size() ? to : -1;
    }

    private List<String> code(int from, int to) {
        String first = afterFence(lines.get(from));
        String last = trimmed(lines.get(to));
        List<String> code = new ArrayList<>(lines.subList(from + 1, to));
        if (!first.equals(language(lines.get(from)))) {
            code.addFirst(first);
        }
        if (!last.equals(FENCE)) {
            code.add(last.substring(0, last.length() - FENCE.length()));
        }
        return code;
    }

    private static String language(String line) {
        String first = afterFence(line);
        return LANGUAGE.matcher(first).matches() ? first : "";
    }

    private static String afterFence(String line) {
        return trimmed(line.substring(FENCE.length()));
    }

    private void endWords() {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (i > 0) {
                runs.add(Run.plain("\n"));
            }
            runs.addAll(LineRuns.of(words.get(i)));
        }
        if (!runs.isEmpty()) {
            parts.add(new TextPart.Words(joined(runs)));
        }
        words.clear();
    }

    /** Words that look like the ones before them are one run with them. */
    private static List<Run> joined(List<Run> runs) {
        List<Run> joined = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            text.append(run.text());
            if (i + 1 == runs.size() || !run.looksLike(runs.get(i + 1))) {
                joined.add(run.with(text.toString()));
                text.setLength(0);
            }
        }
        return joined;
    }

    private static String trimmed(String line) {
        int end = line.length();
        while (end > 0 && (line.charAt(end - 1) == ' ' || line.charAt(end - 1) == '\t')) {
            end--;
        }
        return line.substring(0, end);
    }
}
