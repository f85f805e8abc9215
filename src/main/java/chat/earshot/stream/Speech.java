package chat.earshot.stream;

import chat.earshot.event.EventId;
import chat.earshot.event.Room;
import chat.earshot.log.Batch;
import chat.earshot.log.Chunk;
import chat.earshot.log.Head;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said on one stream, and how far it has got: the cursor, heartbeats, presence. What it hands out counts as said:
 * once that is on its way, the turn may be another's.
 *
 * <p>Touched by who has the subscriber's turn alone, but for {@link #notice}.
 */
final class Speech {

    private static final long RETRIED_AFTER_NANOS = 2_000_000;
    private static final int MOST_RETRIES = 500; // a second; a file that somebody has cut a hole into never says so

    private final StreamRequest request;
    private final Source source;

    /** When something was last said, in System.nanoTime. Written by who has the turn, read by the sweeper. */
    private volatile long lastSaid = System.nanoTime();

    /** How many listen in the room. Written by who has the first turn and then by the sweeper. */
    private volatile int presence;

    private final long begun = System.nanoTime();
    private final long lifetime;
    private EventId cursor;
    private int presenceTold;
    private boolean pingDue;

    /** How often in a row there was nothing where the head says that there is something. */
    private int heldUp;

    Speech(StreamRequest request, Source source) {
        this.request = request;
        this.source = source;
        this.lifetime = source.lifetime();
        this.cursor = source.log().head(request.room()).position();
    }

    Room room() {
        return request.room();
    }

    /** The first words; once the subscriber has joined the registry, so that nothing falls between. */
    Chunk opening() {
        Start start = Start.of(request, source.log().head(room()));
        presence = source.registry().count(room());
        cursor = start.cursor();
        pingDue = request.ping(); // from the first moment on a page knows which silence is too long
        return Lines.opening(source.properties().retry(), room(), start);
    }

    /** What is to be said now; null for nothing. May wait for the disk. */
    @Nullable
    Chunk next() {
        if (pingDue) {
            pingDue = false;
            return source.ping();
        }
        Head head = source.log().head(room());
        if (head.sequence() > cursor.sequence()) {
            return following(head);
        }
        heldUp = 0;
        return aside();
    }

    /** Whether there was nothing to be said only because the log is about to say that it was trimmed. */
    boolean isHeldUp() {
        return heldUp > 0;
    }

    /** Whether it has said all that this pass brings. */
    boolean isThrough(Pass pass) {
        return pass.endsAt(cursor.sequence()) && !pingDue && !isPresenceDue();
    }

    /** What this pass brings; null where that takes more than a look into the memory. Never waits. */
    @Nullable
    Chunk next(Pass pass) {
        if (pingDue) {
            pingDue = false;
            return source.ping();
        }
        if (pass.endsAt(cursor.sequence())) {
            return aside();
        }
        Batch batch = pass.after(cursor.sequence());
        return batch == null ? null : take(batch);
    }

    /** Whether it has lasted as long as a stream may. Any thread. */
    boolean isOld(long now) {
        return lifetime > 0 && now - begun >= lifetime;
    }

    /** The last words of a stream that the server ends. */
    Chunk farewell() {
        return Lines.farewell(source.farewellRetry());
    }

    /** Notes that something is on its way, or has got there. */
    void noteSaid() {
        lastSaid = System.nanoTime();
    }

    /** Tells it the time and how many listen in its room; true where it has something to say for that. Sweeper. */
    boolean notice(long now, int streams) {
        boolean moved = request.presence() && streams != presence;
        presence = streams;
        return moved || isHeartbeatDue(now);
    }

    private @Nullable Chunk following(Head head) {
        Start next = heldUp > MOST_RETRIES ? Start.past(cursor, head) : Start.after(cursor, head);
        if (next.gap() != null) {
            heldUp = 0;
            cursor = next.cursor();
            return Lines.gap(room(), next.gap());
        }
        Batch batch = source.batches().after(room(), cursor.sequence(), head);
        return batch == null ? await() : take(batch);
    }

    /** It was trimmed this very moment, and the head is about to say so. */
    private @Nullable Chunk await() {
        heldUp++;
        LockSupport.parkNanos(this, RETRIED_AFTER_NANOS);
        return null;
    }

    private Chunk take(Batch batch) {
        heldUp = 0;
        cursor = cursor.at(batch.to());
        // Script sees no type that it does not listen for, but it sees the last id with the ping.
        pingDue = batch.custom() && request.ping();
        return batch.chunk();
    }

    private @Nullable Chunk aside() {
        if (isPresenceDue()) {
            presenceTold = presence;
            return Lines.presence(room(), presenceTold);
        }
        if (isHeartbeatDue(System.nanoTime())) {
            return request.ping() ? source.ping() : Lines.HEARTBEAT;
        }
        return null;
    }

    private boolean isPresenceDue() {
        return request.presence() && presence != presenceTold;
    }

    private boolean isHeartbeatDue(long now) {
        return now - lastSaid >= source.properties().heartbeat().toNanos();
    }
}
