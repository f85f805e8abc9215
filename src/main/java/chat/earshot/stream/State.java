package chat.earshot.stream;

/** Where a subscriber is in its life. */
enum State {
    LISTENING,
    /** The server stops: say when to come back, then end. */
    DRAINING,
    /** The reader went away. */
    GONE
}
