package chat.earshot.testing;

/** One way in which a {@link History} breaks a promise, and where. */
public record Violation(Kind kind, String detail) {

    public enum Kind {
        /** Acknowledged, and not in the log. */
        LOST,
        /** Refused or never said, yet seen; seen in a room it was not said in; or heard, and not in the log. */
        PHANTOM,
        /** One message under two ids. */
        DOUBLE,
        /** One id with two contents. */
        REWRITTEN,
        /** A reader, or the log itself, jumps over a sequence or to another epoch, and no gap was told. */
        HOLE,
        /** A reader, or the log itself, has a sequence at or before the one it stands at. */
        REPEAT,
        /** Acknowledged before another was sent, and yet after it in their room. */
        OUT_OF_ORDER
    }

    @Override
    public String toString() {
        return kind + " " + detail;
    }
}
