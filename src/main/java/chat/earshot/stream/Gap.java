package chat.earshot.stream;

import chat.earshot.event.EventId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Events that a subscriber cannot hear.
 *
 * @param requested the position it left off at, if what it sent is one at all
 * @param missed how many events are missing, where that can be known
 * @param resumedAfter the position from which its stream goes on
 */
record Gap(
        @Nullable EventId requested,
        Reason reason,
        @Nullable Long missed,
        EventId resumedAfter) {

    enum Reason {
        /** They are no longer kept. */
        EXPIRED,
        /** It is no position of this room, or one of an earlier life of it. */
        UNKNOWN,
        /** The room has not come that far. */
        FUTURE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
