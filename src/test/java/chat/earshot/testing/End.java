package chat.earshot.testing;

/** How a stream came to its end. */
public enum End {
    /** The server ended it as HTTP has it, after the last chunk, and between two blocks. */
    FINISHED,
    /** The connection broke, or ended inside a chunk, before the last one, or inside a block. */
    CUT,
    /** The answer was no stream: another status than 200 or another type. Its body was not read. */
    REFUSED,
    /** The test closed it. */
    CLOSED
}
