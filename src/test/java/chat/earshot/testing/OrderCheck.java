package chat.earshot.testing;

import chat.earshot.testing.Violation.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds each message that stands before one which was acknowledged before it was even sent. Goes through each epoch once,
 * newest first, and carries along the earliest acknowledged of the messages passed. One thread.
 */
final class OrderCheck {

    private record Placed(SentMessage message, Position position) {}

    private final History history;
    private final List<Violation> found;

    OrderCheck(History history, List<Violation> found) {
        this.history = history;
        this.found = found;
    }

    void check() {
        byEpoch().values().forEach(this::checkEpoch);
    }

    private void checkEpoch(List<Placed> epoch) {
        epoch.sort(Comparator.comparingLong((Placed each) -> each.position().sequence())
                .reversed());
        Placed earliest = epoch.getFirst();
        for (Placed each : epoch) {
            if (earliest.message().firstAcknowledged() < each.message().firstSent()
                    && earliest.position().sequence() > each.position().sequence()) {
                found.add(new Violation(
                        Kind.OUT_OF_ORDER, "%s was acknowledged before %s was sent".formatted(earliest, each)));
            }
            if (each.message().firstAcknowledged() < earliest.message().firstAcknowledged()) {
                earliest = each;
            }
        }
    }

    private Map<String, List<Placed>> byEpoch() {
        Map<SentMessage, Position> places = new LinkedHashMap<>();
        for (Entry entry : history.entries()) {
            SentMessage message = history.messageOf(entry);
            if (message != null) {
                places.putIfAbsent(message, entry.position());
            }
        }
        Map<String, List<Placed>> epochs = new LinkedHashMap<>();
        places.forEach((message, position) -> epochs.computeIfAbsent(position.epoch(), first -> new ArrayList<>())
                .add(new Placed(message, position)));
        return epochs;
    }
}
