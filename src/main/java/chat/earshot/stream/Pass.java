package chat.earshot.stream;

import chat.earshot.event.Room;
import chat.earshot.log.Batch;
import chat.earshot.log.Batches;
import chat.earshot.log.Head;
import org.jspecify.annotations.Nullable;

/**
 * One walk of a deliverer over its share of a room. All on the way are brought to the same head, so that nearly all of them
 * send the same array. Touched by that deliverer alone.
 */
final class Pass {

    private final Batches batches;
    private final Room room;
    private final Head head;

    /** What the one before was sent. */
    private @Nullable Batch last;

    private Pass(Batches batches, Room room, Head head) {
        this.batches = batches;
        this.room = room;
        this.head = head;
    }

    /** A walk to where the room's head is now. */
    static Pass of(Room room, Source source) {
        return new Pass(source.batches(), room, source.log().head(room));
    }

    /** Whether the pass brings nothing beyond this sequence. */
    boolean endsAt(long sequence) {
        return sequence >= head.sequence();
    }

    /** What follows the cursor, which is behind the head; null where that takes more than a look into the memory. */
    @Nullable
    Batch after(long cursor) {
        if (last == null || last.from() != cursor) {
            last = head.reaches(cursor) ? batches.inMemory(room, cursor, head) : null;
        }
        return last;
    }
}
