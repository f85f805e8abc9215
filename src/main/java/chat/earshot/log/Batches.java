package chat.earshot.log;

import chat.earshot.event.Event;
import chat.earshot.event.Room;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Hands each subscriber the batch that follows its cursor: from the tail, or a page of the log where the tail no longer
 * reaches back. Subscribers that want the same cold page at the same time share one read of it.
 */
public final class Batches {

    private final EventLog log;
    private final Tails tails;
    private final PageLimit limit;

    /** The pages being read right now; whoever puts one in takes it out. At most one for each waiting subscriber. */
    private final Map<Cursor, CompletableFuture<@Nullable Batch>> pages = new ConcurrentHashMap<>();

    public Batches(EventLog log, Heads heads, TailProperties bounds) {
        this.log = log;
        this.tails = heads.tails();
        this.limit = bounds.batch();
    }

    /**
     * What follows the cursor. May wait for the disk; call it from a virtual thread.
     *
     * @param head a head of the room read before this call, beyond the cursor
     * @return null where the next event is no longer kept; the room's head then says so
     * @throws LogUnreadableException if the log does not answer
     */
    public @Nullable Batch after(Room room, long cursor, Head head) {
        Tail tail = tails.of(room);
        Batch batch = tail == null ? null : tail.after(cursor, head.sequence());
        return batch != null ? batch : page(new Cursor(room, cursor));
    }

    /** The same, but null where it would have to be read from the log. Any thread; never waits, not even for others who ask. */
    public @Nullable Batch inMemory(Room room, long cursor, Head head) {
        Tail tail = tails.of(room);
        return tail == null ? null : tail.afterAtOnce(cursor, head.sequence());
    }

    private @Nullable Batch page(Cursor cursor) {
        CompletableFuture<@Nullable Batch> mine = new CompletableFuture<>();
        CompletableFuture<@Nullable Batch> first = pages.putIfAbsent(cursor, mine);
        if (first != null) {
            return join(first);
        }
        try {
            mine.complete(read(cursor));
        } catch (Throwable e) { // whatever it is, those who share the page must not wait for ever
            mine.completeExceptionally(e);
        } finally {
            pages.remove(cursor, mine);
        }
        return join(mine);
    }

    private @Nullable Batch read(Cursor cursor) {
        List<Event> events = log.after(cursor.room(), cursor.sequence(), limit);
        if (events.isEmpty() || events.getFirst().id().sequence() != cursor.sequence() + 1) {
            return null; // trimmed while we read
        }
        return Batch.of(events.stream().map(Frame::of).toList());
    }

    private static @Nullable Batch join(CompletableFuture<@Nullable Batch> page) {
        try {
            return page.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private record Cursor(Room room, long sequence) {}
}
