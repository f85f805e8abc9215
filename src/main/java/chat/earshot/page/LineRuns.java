package chat.earshot.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The runs of one line. {@code line-runs.js} reads the same; the grammar stands in {@link TextParts}. */
final class LineRuns {

    /** @param starts set where the mark turned out to begin something, as {@code ends} where it ended it; else it is shown */
    private record Piece(
            String text,
            Run.Kind kind,
            @Nullable Mark starts,
            @Nullable Mark ends) {

        Piece(String text, Run.Kind kind) {
            this(text, kind, null, null);
        }
    }

    private final String line;
    private final List<Piece> pieces = new ArrayList<>();

    /** The pieces that may still be closed. */
    private final Map<Mark, Integer> open = new EnumMap<>(Mark.class);

    private int index;
    private int plainFrom;

    private LineRuns(String line) {
        this.line = line;
    }

    static List<Run> of(String line) {
        return new LineRuns(line).read();
    }

    private List<Run> read() {
        while (index < line.length()) {
            next();
        }
        plainUpTo(index);
        return styled();
    }

    private void next() {
        switch (line.charAt(index)) {
            case '`' -> backticks();
            case '*', '_' -> marks();
            case 'h', 'H' -> letterOfLink();
            default -> index++;
        }
    }

    /** Closed by as many of them; one space at either end is no part of it, so that code may begin with one. */
    private void backticks() {
        int from = runEnd(index);
        int length = from - index;
        int to = closing(from, length);
        String code = line.substring(from, Math.max(from, to));
        if (code.chars().allMatch(Letters::isSpace)) {
            index = from;
            return;
        }
        plainUpTo(index);
        boolean padded = code.length() > 2 && code.startsWith(" ") && code.endsWith(" ");
        pieces.add(new Piece(padded ? code.substring(1, code.length() - 1) : code, Run.Kind.CODE));
        goOn(to + length);
    }

    private int closing(int from, int length) {
        int at = line.indexOf('`', from);
        while (at >= 0 && runEnd(at) - at != length) {
            at = line.indexOf('`', runEnd(at));
        }
        return at;
    }

    private void letterOfLink() {
        int end = LinkEnd.of(line, index);
        if (end < 0) {
            index++;
            return;
        }
        plainUpTo(index);
        pieces.add(new Piece(line.substring(index, end), Run.Kind.LINK));
        goOn(end);
    }

    private void marks() {
        int end = runEnd(index);
        String left = Letters.before(line, index);
        String right = Letters.after(line, end);
        List<Mark> marks = line.charAt(index) == '_' ? lows(end - index) : stars(end - index);
        if (marks.stream().anyMatch(mark -> mark.opens(left, right) || mark.closes(left, right))) {
            plainUpTo(index);
            marks.forEach(mark -> mark(mark, mark.opens(left, right), mark.closes(left, right)));
            goOn(end);
        } else {
            index = end;
        }
    }

    /** Three are both; what was opened last is closed first. */
    private List<Mark> stars(int length) {
        return switch (length) {
            case 1 -> List.of(Mark.STAR);
            case 2 -> List.of(Mark.STARS);
            case 3 ->
                open.getOrDefault(Mark.STAR, -1) > open.getOrDefault(Mark.STARS, -1)
                        ? List.of(Mark.STAR, Mark.STARS)
                        : List.of(Mark.STARS, Mark.STAR);
            default -> List.of();
        };
    }

    /** Two and more belong to a name, such as {@code __init__}. */
    private static List<Mark> lows(int length) {
        return length == 1 ? List.of(Mark.LOW) : List.of();
    }

    /** What was opened after the mark that is closed here stays as it was typed, so styles never overlap. */
    private void mark(Mark mark, boolean opens, boolean closes) {
        Integer start = open.get(mark);
        if (closes && start != null) {
            pieces.set(start, new Piece(mark.text(), Run.Kind.PLAIN, mark, null));
            pieces.add(new Piece(mark.text(), Run.Kind.PLAIN, null, mark));
            open.values().removeIf(other -> other >= start);
            return;
        }
        if (opens) {
            open.put(mark, pieces.size());
        }
        pieces.add(new Piece(mark.text(), Run.Kind.PLAIN));
    }

    private List<Run> styled() {
        Set<Mark> on = EnumSet.noneOf(Mark.class);
        List<Run> runs = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece.starts != null) {
                on.add(piece.starts);
            } else if (piece.ends != null) {
                on.remove(piece.ends);
            } else {
                boolean italic = on.contains(Mark.STAR) || on.contains(Mark.LOW);
                runs.add(new Run(piece.text, piece.kind, on.contains(Mark.STARS), italic));
            }
        }
        return runs;
    }

    private int runEnd(int from) {
        int end = from;
        while (end < line.length() && line.charAt(end) == line.charAt(from)) {
            end++;
        }
        return end;
    }

    private void plainUpTo(int end) {
        if (end > plainFrom) {
            pieces.add(new Piece(line.substring(plainFrom, end), Run.Kind.PLAIN));
        }
    }

    private void goOn(int next) {
        index = next;
        plainFrom = next;
    }
}
