package chat.earshot.event;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A position in a room, written {@code <epoch>-<sequence>}: the SSE {@code id:} and the {@code Last-Event-ID}.
 * Sequence 0 is the position before the first event: a legal cursor, never an event. Since the epoch differs for each room,
 * an id names one event in the whole server.
 *
 * @param epoch eight letters or digits that change whenever sequence numbers could be reused
 * @param sequence dense per room, from 1
 */
public record EventId(String epoch, long sequence) {

    private static final Pattern FORM = Pattern.compile("([a-z0-9]{8})-(0|[1-9][0-9]{0,17})");
    private static final int LONGEST = 27;

    public EventId {
        if (sequence < 0) {
            throw new IllegalArgumentException("a sequence is never negative");
        }
    }

    /** The id this text spells; empty for anything that is not an id. Never throws, and never reads more than it must. */
    public static Optional<EventId> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new EventId(form.group(1), Long.parseLong(form.group(2))))
                : Optional.empty();
    }

    /** Another position of the same room. */
    public EventId at(long sequence) {
        return new EventId(epoch, sequence);
    }

    @Override
    public String toString() {
        return epoch + "-" + sequence;
    }
}
