package earshot.load;

/** The time that is measured. A message belongs to it if it was sent, or due, in it, however late it comes: a stall is not left out. */
final class Span {
    private volatile long from = Long.MAX_VALUE;
    private volatile long to = Long.MAX_VALUE;

    void begin(long now) {
        from = now;
    }

    void end(long now) {
        to = now;
    }

    boolean holds(long at) {
        return at >= from && at < to;
    }
}
