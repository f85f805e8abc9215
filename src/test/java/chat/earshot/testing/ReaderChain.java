package chat.earshot.testing;

import chat.earshot.testing.Violation.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows one reader over all its streams and finds each hole and repeat. It may begin anywhere. One thread. */
final class ReaderChain {

    private final String reader;
    private final List<Violation> found;
    private @Nullable Position position;

    ReaderChain(String reader, List<Violation> found) {
        this.reader = reader;
        this.found = found;
    }

    void follow(Step step) {
        switch (step) {
            case Entry entry -> heard(entry.position());
            case Step.Gap gap -> position = gap.resumedAfter();
            case Step.Resumed resumed -> resumed(resumed.from());
        }
    }

    private void heard(Position next) {
        if (position == null || isNext(position, next)) {
            position = next;
        } else if (position.isInEpochOf(next) && next.sequence() <= position.sequence()) {
            add(Kind.REPEAT, "heard", next);
        } else {
            add(Kind.HOLE, "heard", next);
            position = next;
        }
    }

    /** Only a reader itself goes back; that it finds itself further on than it has heard is a hole. */
    private void resumed(Position from) {
        if (position != null && !(position.isInEpochOf(from) && from.sequence() <= position.sequence())) {
            add(Kind.HOLE, "resumed from", from);
        }
        position = from;
    }

    private void add(Kind kind, String verb, Position what) {
        found.add(new Violation(kind, "%s %s %s while at %s".formatted(reader, verb, what, position)));
    }

    private static boolean isNext(Position position, Position next) {
        return position.isInEpochOf(next) && next.sequence() == position.sequence() + 1;
    }
}
