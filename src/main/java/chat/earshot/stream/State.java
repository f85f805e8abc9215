package chat.earshot.stream;

/** Where a subscriber is in its life. */
enum State {
    LISTENING,
    /** The server stops: say when to come back, then end. */
    DRAINING,
    /** It is as old as a stream gets: say when to come back, then end. */
    AGED,
    /** The reader went away. */
    GONE
}
