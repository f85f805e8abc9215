package chat.earshot.stream;

import chat.earshot.event.EventId;
import chat.earshot.log.Head;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a stream begins.
 *
 * @param cursor the position after which it goes on
 * @param gap what it cannot hear, if anything
 */
record Start(EventId cursor, @Nullable Gap gap) {

    /** By what the client asks for and what the room has. A cursor that cannot be is never an error: it is a gap. */
    static Start of(StreamRequest request, Head head) {
        return request.cursor() == null ? newest(request.last(), head) : resumed(request.cursor(), head);
    }

    /** For someone who has heard all up to this position, which the room may not keep any more. */
    static Start after(EventId position, Head head) {
        if (head.reaches(position.sequence())) {
            return new Start(position, null);
        }
        EventId oldest = head.position().at(head.trimmed());
        long missed = head.trimmed() - position.sequence();
        return new Start(oldest, new Gap(position, Gap.Reason.EXPIRED, missed, oldest));
    }

    /** For someone who has heard all up to this position, and nothing can be found between there and the head. */
    static Start past(EventId position, Head head) {
        long missed = head.sequence() - position.sequence();
        return new Start(head.position(), new Gap(position, Gap.Reason.EXPIRED, missed, head.position()));
    }

    private static Start newest(int last, Head head) {
        long kept = head.sequence() - head.trimmed();
        return new Start(head.position().at(head.sequence() - Math.min(last, kept)), null);
    }

    private static Start resumed(String cursor, Head head) {
        Optional<EventId> id = EventId.parse(cursor);
        if (id.isPresent() && head.knows(id.get())) {
            return after(id.get(), head);
        }
        boolean future = id.isPresent() && id.get().epoch().equals(head.epoch());
        Gap.Reason reason = future ? Gap.Reason.FUTURE : Gap.Reason.UNKNOWN;
        return new Start(head.position(), new Gap(id.orElse(null), reason, null, head.position()));
    }
}
