package chat.earshot.log;

import chat.earshot.event.EventId;

/**
 * Where a room stands: its newest position, and the newest sequence that retention has removed (0 for none).
 * Immutable; a room's next head replaces it.
 */
public record Head(EventId position, long trimmed) {

    public String epoch() {
        return position.epoch();
    }

    public long sequence() {
        return position.sequence();
    }

    /** Whether someone who has heard everything up to this sequence can still hear everything after it. */
    public boolean reaches(long sequence) {
        return sequence >= trimmed;
    }

    /** Whether this is a position the room has had. */
    public boolean knows(EventId id) {
        return id.epoch().equals(epoch()) && id.sequence() <= sequence();
    }
}
