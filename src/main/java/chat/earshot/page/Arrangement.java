package chat.earshot.page;

import chat.earshot.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts events into days and groups, by UTC: a day has a line above it, and what one author says within five minutes of a
 * group's first message stands under one name. {@code arrangement.js} does the same by the reader's own clock. Not for use by
 * more than one thread.
 */
final class Arrangement {

    private static final Duration GROUP = Duration.ofMinutes(5);

    private final String reader;
    private @Nullable ShownRow above;
    private @Nullable Instant group;

    private Arrangement(String reader) {
        this.reader = reader;
    }

    /** @param reader the name of who reads, empty if it is not known */
    static List<ShownRow> of(List<Event> events, String reader) {
        Arrangement arrangement = new Arrangement(reader);
        List<ShownRow> rows = new ArrayList<>();
        events.forEach(event -> rows.add(arrangement.place(event)));
        return rows;
    }

    private ShownRow place(Event event) {
        ShownEvent shown = ShownEvent.of(event);
        boolean startsDay = above == null || !ShownRow.dayOf(above.sentAt()).equals(ShownRow.dayOf(event.sentAt()));
        boolean continued = !startsDay && shown.isMessage() && continues(shown.author(), event.sentAt());
        group = continued ? group : event.sentAt();
        above = new ShownRow(shown, event.sentAt(), startsDay, continued, reader.equals(shown.author()));
        return above;
    }

    private boolean continues(String author, Instant sentAt) {
        return author.equals(above.event().author())
                && Duration.between(group, sentAt).compareTo(GROUP) <= 0;
    }
}
