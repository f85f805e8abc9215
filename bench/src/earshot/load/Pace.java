package earshot.load;

/** When each message is due, in {@link System#nanoTime}. */
interface Pace {
    long due(int publisher, long message, long now);

    /** A closed loop: the next message is due when the last is answered. */
    static Pace closed() {
        return (publisher, message, now) -> now;
    }

    /** So many messages a second over all publishers, who take turns. */
    static Pace fixed(double perSecond, int publishers, long begin) {
        return (publisher, message, now) ->
                begin + Math.round((message * publishers + publisher) * 1e9 / perSecond);
    }
}
