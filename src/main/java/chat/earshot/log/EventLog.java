package chat.earshot.log;

import chat.earshot.event.Draft;
import chat.earshot.event.Event;
import chat.earshot.event.EventId;
import chat.earshot.event.IdempotencyKey;
import chat.earshot.event.Room;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The durable, ordered record of what was said.
 *
 * <p>Its guarantee: an append that completed is on disk and keeps its id for ever. A room's sequence is dense. No reader
 * sees an event before it is durable, and every read is bounded by the room's {@linkplain #head head}. A head only grows.
 *
 * <p>Any thread may call anything. The reads may wait for a disk; call them from virtual threads. They throw
 * {@link LogUnreadableException} where the disk does not answer.
 */
public interface EventLog {

    /**
     * Asks for this draft to be appended to its room. Where the key was used within its 24 hours, nothing is appended: the
     * same content completes with the first event, other content fails.
     *
     * @return completes once the event is durable; fails with an {@link AppendException}, whose reason says whether the
     *     event can still turn up
     */
    CompletableFuture<Appended> append(Draft draft, @Nullable IdempotencyKey key);

    /** The room's newest position and how far it is trimmed, at once and from memory; sequence 0 where nobody has spoken. */
    Head head(Room room);

    /** The room of this epoch, if anyone has spoken in it. */
    Optional<Room> roomOf(EventId id);

    /** The kept events after this sequence, oldest first and without a hole, as many as the limit lets through. */
    List<Event> after(Room room, long sequence, PageLimit limit);

    /** The newest kept events before this sequence, oldest first and without a hole, as many as the limit lets through. */
    List<Event> before(Room room, long sequence, PageLimit limit);

    /** The rooms somebody has spoken in, the latest spoken in first. */
    List<RoomSummary> rooms(int limit);

    /** Whether the last attempt to write succeeded and none hangs; tried again by itself while it is false. */
    boolean isWritable();
}
