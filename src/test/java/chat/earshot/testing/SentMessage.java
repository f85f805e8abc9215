package chat.earshot.testing;

import org.jspecify.annotations.Nullable;

/** One key: what was said under it, and what became of its attempts. Guarded by its {@link History}. */
final class SentMessage {

    final String key;
    final String room;
    final String content;

    private long firstSent = Long.MAX_VALUE;
    private long firstAcknowledged = Long.MAX_VALUE;
    private @Nullable Position position;
    private int attempts;
    private int acknowledgements;
    private int refusals;
    private long lastRefused;

    SentMessage(String key, String room, String content) {
        this.key = key;
        this.room = room;
        this.content = content;
    }

    void sent(long at) {
        attempts++;
        firstSent = Math.min(firstSent, at);
    }

    void acknowledged(Position told, long at) {
        acknowledgements++;
        position = position == null ? told : position;
        firstAcknowledged = Math.min(firstAcknowledged, at);
    }

    void refused(long at) {
        refusals++;
        lastRefused = at;
    }

    int attempts() {
        return attempts;
    }

    int acknowledgements() {
        return acknowledgements;
    }

    int refusals() {
        return refusals;
    }

    /** Where its first answer put it; null where none did. */
    @Nullable
    Position position() {
        return position;
    }

    boolean isAcknowledged() {
        return position != null;
    }

    /** Whether it may be nowhere: each of its attempts was refused. An attempt without a word is unknown. */
    boolean isRefused() {
        return refusals == attempts;
    }

    /** {@link Long#MAX_VALUE} while it is not acknowledged. */
    long firstAcknowledged() {
        return firstAcknowledged;
    }

    long firstSent() {
        return firstSent;
    }

    long nanosToRefusal() {
        return lastRefused - firstSent;
    }

    @Override
    public String toString() {
        return "message " + key;
    }
}
