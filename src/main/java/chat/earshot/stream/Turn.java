package chat.earshot.stream;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Whose move it is at one subscriber. One at a time has the turn, and sees what the one before has written; who finds it taken
 * leaves word, and whoever has it looks around once more before it is given back. So nothing is slept through.
 */
final class Turn {

    private enum Hold {
        RESTING,
        TAKEN,
        /** Taken, and somebody came for it meanwhile. */
        WANTED
    }

    /** Taken at first, by whoever made the subscriber. Moved by {@link #claim} and {@link #rest} alone. */
    private final AtomicReference<Hold> hold = new AtomicReference<>(Hold.TAKEN);

    /** Takes it; false where somebody has it, who then looks around once more. Any thread. */
    boolean claim() {
        return hold.getAndUpdate(now -> now == Hold.RESTING ? Hold.TAKEN : Hold.WANTED) == Hold.RESTING;
    }

    /** Gives it back; false where somebody has come for it, and so it stays and has to look around once more. Who has it. */
    boolean rest() {
        if (hold.compareAndSet(Hold.TAKEN, Hold.RESTING)) {
            return true;
        }
        hold.set(Hold.TAKEN);
        return false;
    }
}
