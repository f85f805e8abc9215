package chat.earshot.log;

/**
 * How much one read takes at most. The first event always fits, however large it is.
 *
 * @param events at least 1
 * @param bytes of content, about
 */
public record PageLimit(int events, long bytes) {

    public PageLimit {
        if (events < 1 || bytes < 1) {
            throw new IllegalArgumentException("a page holds at least one event");
        }
    }
}
