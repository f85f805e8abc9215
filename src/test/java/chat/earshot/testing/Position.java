package chat.earshot.testing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An event id taken apart, {@code <epoch>-<sequence>}; the sequence 0 is before the first event. */
record Position(String epoch, long sequence) {

    private static final Pattern ID = Pattern.compile("([a-z0-9]{8})-(0|[1-9][0-9]{0,17})");

    static Position of(String id) {
        Matcher parts = ID.matcher(id);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not an event id: " + id);
        }
        return new Position(parts.group(1), Long.parseLong(parts.group(2)));
    }

    boolean isInEpochOf(Position other) {
        return epoch.equals(other.epoch);
    }

    @Override
    public String toString() {
        return epoch + "-" + sequence;
    }
}
