package chat.earshot.stream;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Whose move it is at one subscriber. One at a time has the turn, and sees what the one before has written; who finds it taken
 * leaves word, and whoever has it looks around once more before it is given back. So nothing is slept through.
 */
final class Turn {

    private enum State {
        RESTING,
        TAKEN,
        /** Taken, and somebody came for it meanwhile. */
        WANTED
    }

    /** Taken at first, by whoever made the subscriber. Moved by {@link #claim} and {@link #rest} alone. */
    private final AtomicReference<State> state = new AtomicReference<>(State.TAKEN);

    /** Takes it; false where somebody has it, who then looks around once more. Any thread. */
    boolean claim() {
        return state.getAndUpdate(now -> now == State.RESTING ? State.TAKEN : State.WANTED) == State.RESTING;
    }

    /** Gives it back; false where somebody has come for it, and so it stays and has to look around once more. Who has it. */
    boolean rest() {
        if (state.compareAndSet(State.TAKEN, State.RESTING)) {
            return true;
        }
        state.set(State.TAKEN);
        return false;
    }
}
