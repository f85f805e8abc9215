package chat.earshot.testing;

import chat.earshot.testing.Violation.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what was seen, wherever it was, with what was said and with what the log holds in the end. One thread. */
final class ContentCheck {

    /** A message may stand once in each epoch that ended, and once in all the others. */
    private record Life(SentMessage message, String endedEpoch) {}

    private final History history;
    private final List<Violation> found;
    private final Map<String, Entry> byId = new HashMap<>();
    private final Map<Life, Entry> byMessage = new HashMap<>();
    private final Map<String, String> rooms = new HashMap<>(); // of the epochs
    private final Set<String> idsInLog = new HashSet<>();
    private final Set<SentMessage> messagesInLog = new HashSet<>();

    ContentCheck(History history, List<Violation> found) {
        this.history = history;
        this.found = found;
    }

    void check() {
        history.log().forEach(this::note);
        history.entries().forEach(this::check);
        history.messages().forEach(this::checkKept);
    }

    private void note(Entry kept) {
        idsInLog.add(kept.id());
        SentMessage message = history.messageOf(kept);
        if (message != null) {
            messagesInLog.add(message);
        }
    }

    private void check(Entry entry) {
        if (history.isWithdrawn(entry.id())) {
            return;
        }
        SentMessage message = history.messageOf(entry);
        Entry first = byId.putIfAbsent(entry.id(), entry);
        if (first != null) {
            add(Kind.REWRITTEN, first + " is also " + entry);
        } else if (message == null) {
            add(Kind.PHANTOM, entry + " was never said");
        }
        if (message != null) {
            checkSaidHere(entry, message);
            checkOnce(entry, message);
            checkDurable(entry, message);
        }
    }

    private void checkSaidHere(Entry entry, SentMessage message) {
        if (message.isRefused()) {
            add(Kind.PHANTOM, "%s was refused %d ns after it was sent".formatted(entry, message.nanosToRefusal()));
        }
        String room = rooms.computeIfAbsent(entry.position().epoch(), first -> message.room);
        if (!room.equals(message.room)) {
            add(Kind.PHANTOM, "%s was said in %s, and its epoch is of %s".formatted(entry, message.room, room));
        }
    }

    private void checkOnce(Entry entry, SentMessage message) {
        String life = history.hasEnded(entry) ? entry.position().epoch() : "";
        Entry first = byMessage.putIfAbsent(new Life(message, life), entry);
        if (first != null) { // of the same content, so of another id
            add(Kind.DOUBLE, first + " is also " + entry);
        }
    }

    private void checkDurable(Entry entry, SentMessage message) {
        boolean heardOnly = !message.isAcknowledged() && !message.isRefused();
        if (heardOnly && !idsInLog.contains(entry.id()) && !history.mayBeForgotten(entry.position())) {
            add(Kind.PHANTOM, entry + " was heard, and the log does not hold it");
        }
    }

    private void checkKept(SentMessage message) {
        Position position = message.position();
        if (position == null || messagesInLog.contains(message) || history.mayBeForgotten(position)) {
            return;
        }
        boolean emptied = history.isWithdrawn(position.toString()) && idsInLog.contains(position.toString());
        if (!emptied) {
            add(Kind.LOST, "%s was acknowledged at %s".formatted(message, position));
        }
    }

    private void add(Kind kind, String detail) {
        found.add(new Violation(kind, detail));
    }
}
