package chat.earshot.testing;

/**
 * One id with the content seen under it.
 *
 * @throws IllegalArgumentException where the id is none of an event: malformed, or of sequence 0
 */
public record Entry(String id, String content) implements Step {

    public Entry {
        if (Position.of(id).sequence() == 0) {
            throw new IllegalArgumentException("The position before the first event is no event: " + id);
        }
    }

    Position position() {
        return Position.of(id);
    }
}
