package chat.earshot.log;

import java.util.List;

/**
 * The events after one sequence up to another, as the bytes of one write. Shared by every subscriber at the same cursor.
 *
 * @param from the cursor it follows
 * @param to the sequence of its last event
 * @param custom whether there is a custom event among them
 */
public record Batch(long from, long to, boolean custom, Chunk chunk) {

    /** The batch of these frames, which follow each other without a hole. */
    static Batch of(List<Frame> frames) {
        Chunk chunk = Chunk.of(frames.stream().map(Frame::bytes).toList());
        boolean custom = frames.stream().anyMatch(Frame::custom);
        return new Batch(frames.getFirst().sequence() - 1, frames.getLast().sequence(), custom, chunk);
    }
}
