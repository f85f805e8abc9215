package chat.earshot.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What every writer was told and what every reader saw, for the {@link Checker}. Any thread may record; what belongs to
 * one reader is recorded in the order it was met. Equal entries are kept once, so many readers of one log cost little.
 *
 * <p>A <em>key</em> names one message in the whole history, in whatever room. Its <em>content</em> is any string that no
 * other message has, best one that holds the key. Each attempt to say it is one {@link #sent}, and then one of
 * {@link #acknowledged}, {@link #refused} and {@link #unknown}; an attempt without any of them is unknown. All times are
 * of {@link System#nanoTime}: of a sending taken before it, of an answer after it.
 */
public final class History {

    private final Map<String, SentMessage> byKey = new LinkedHashMap<>(); // guarded by this, as is all below
    private final Map<String, SentMessage> byContent = new HashMap<>();
    private final Map<Entry, Entry> entries = new LinkedHashMap<>();
    private final Map<String, List<Step>> readers = new LinkedHashMap<>();
    private final Set<String> withdrawn = new HashSet<>();
    private final Map<String, Long> forgotten = new HashMap<>();
    private @Nullable List<Entry> log;

    /**
     * An attempt begins.
     *
     * @throws IllegalArgumentException where the key has another room or content, or the content another key
     */
    public synchronized void sent(String key, String room, String content, long at) {
        SentMessage message = byKey.get(key);
        if (message == null && !byContent.containsKey(content)) {
            message = new SentMessage(key, room, content);
            byKey.put(key, message);
            byContent.put(content, message);
        }
        if (message == null || !message.room.equals(room) || !message.content.equals(content)) {
            throw new IllegalArgumentException("Another room, content or key before: " + key + ", " + content);
        }
        message.sent(at);
    }

    /** A 2xx with this id. */
    public synchronized void acknowledged(String key, String id, long at) {
        SentMessage message = require(key);
        message.acknowledged(canonical(new Entry(id, message.content)).position(), at);
    }

    /** A 4xx: this attempt must leave nothing behind. */
    public synchronized void refused(String key, long at) {
        require(key).refused(at);
    }

    /** A 5xx or no whole answer: it may have been stored, or not. */
    public synchronized void unknown(String key) {
        require(key);
    }

    /** This reader was sent an event, as new or as a repeat. */
    public void heard(String reader, String id, String content) {
        Entry entry = new Entry(id, content);
        synchronized (this) {
            follow(reader, canonical(entry));
        }
    }

    /** This reader was told that events are missing, and where its stream goes on. */
    public synchronized void gap(String reader, String resumedAfter) {
        follow(reader, new Step.Gap(Position.of(resumedAfter)));
    }

    /**
     * This reader goes on from here: the id it sent as its last, or the one that a stream's opening block told it. After
     * a {@code gap} at the beginning, record that first.
     */
    public synchronized void resumed(String reader, String fromId) {
        follow(reader, new Step.Resumed(Position.of(fromId)));
    }

    /** What the log holds in the end, oldest first; one call for each room. */
    public synchronized void inLog(List<Entry> kept) {
        log = log == null ? new ArrayList<>() : log;
        for (Entry entry : kept) {
            log.add(canonical(entry));
        }
    }

    /** The content of this event was removed on purpose: others may be seen under its id. */
    public synchronized void withdrawn(String id) {
        withdrawn.add(id);
    }

    /** The log was trimmed on purpose: it may lack events up to this one. */
    public synchronized void trimmed(String throughId) {
        Position through = Position.of(throughId);
        forgotten.merge(through.epoch(), through.sequence(), Math::max);
    }

    /** The log was deleted or restored on purpose: it may lack all of this epoch, and hold it again in a later one. */
    public synchronized void epochEnded(String epoch) {
        forgotten.put(epoch, Long.MAX_VALUE);
    }

    /** What was done, in figures. */
    @Override
    public synchronized String toString() {
        long attempts = sum(SentMessage::attempts);
        long acknowledged = sum(SentMessage::acknowledgements);
        long refused = sum(SentMessage::refusals);
        return "%d messages in %d attempts: %d acknowledged, %d refused, %d unknown. %d readers heard %d events, "
                        .formatted(
                                byKey.size(),
                                attempts,
                                acknowledged,
                                refused,
                                attempts - acknowledged - refused,
                                readers.size(),
                                count(Entry.class))
                + "went on from an id %d times and were told of %d gaps."
                        .formatted(count(Step.Resumed.class), count(Step.Gap.class));
    }

    Collection<SentMessage> messages() {
        return byKey.values();
    }

    @Nullable
    SentMessage messageOf(Entry entry) {
        return byContent.get(entry.content());
    }

    /** What was seen anywhere, each pair of id and content once. */
    Collection<Entry> entries() {
        return entries.keySet();
    }

    Map<String, List<Step>> readers() {
        return readers;
    }

    List<Entry> log() {
        if (log == null) {
            throw new IllegalStateException("What the log holds was never told: inLog()");
        }
        return log;
    }

    boolean isWithdrawn(String id) {
        return withdrawn.contains(id);
    }

    boolean mayBeForgotten(Position position) {
        return forgotten.getOrDefault(position.epoch(), 0L) >= position.sequence();
    }

    boolean hasEnded(Entry entry) {
        return forgotten.getOrDefault(entry.position().epoch(), 0L) == Long.MAX_VALUE;
    }

    private long sum(ToLongFunction<SentMessage> count) {
        return byKey.values().stream().mapToLong(count).sum();
    }

    private long count(Class<? extends Step> kind) {
        return readers.values().stream()
                .flatMap(List::stream)
                .filter(kind::isInstance)
                .count();
    }

    private void follow(String reader, Step step) {
        readers.computeIfAbsent(reader, first -> new ArrayList<>()).add(step);
    }

    private Entry canonical(Entry entry) {
        return entries.computeIfAbsent(entry, first -> entry);
    }

    private SentMessage require(String key) {
        SentMessage message = byKey.get(key);
        if (message == null) {
            throw new IllegalArgumentException("Never sent: " + key);
        }
        return message;
    }
}
