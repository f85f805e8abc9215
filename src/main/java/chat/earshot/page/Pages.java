package chat.earshot.page;

import chat.earshot.event.Event;
import chat.earshot.event.EventId;
import chat.earshot.event.Room;
import chat.earshot.log.EventLog;
import chat.earshot.log.Head;
import chat.earshot.log.PageLimit;
import chat.earshot.web.Refusal;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Reads pages out of the log. */
@Component
class Pages {

    private static final PageLimit LIMIT = new PageLimit(50, 1L << 20);

    private final EventLog log;
    private final RoomLinks rooms;

    Pages(EventLog log, RoomLinks rooms) {
        this.log = log;
        this.rooms = rooms;
    }

    /** The newest events. The head comes first and bounds them: what is said meanwhile comes by stream, and only there. */
    RoomPage newest(PageAddress address, Composer composer) {
        Head head = log.head(address.room());
        List<Event> events = log.before(address.room(), head.sequence() + 1, LIMIT);
        return page(address, composer, head, events, head.position());
    }

    /** @throws chat.earshot.web.RefusedException if the cursor is no position of this room */
    RoomPage before(String cursor, PageAddress address, Composer composer) {
        Head head = log.head(address.room());
        EventId id = position(cursor, head);
        List<Event> events = log.before(address.room(), id.sequence(), LIMIT);
        return page(address, composer, head, events, id.at(Math.max(0, id.sequence() - 1)));
    }

    /** @throws chat.earshot.web.RefusedException if the cursor is no position of this room */
    RoomPage after(String cursor, PageAddress address, Composer composer) {
        Head head = log.head(address.room());
        EventId id = position(cursor, head);
        List<Event> events = log.after(address.room(), id.sequence(), LIMIT).stream()
                .filter(event -> event.id().sequence() <= head.sequence())
                .toList();
        return page(
                address,
                composer,
                head,
                events,
                events.isEmpty() ? id : events.getLast().id());
    }

    private RoomPage page(PageAddress address, Composer composer, Head head, List<Event> events, EventId last) {
        long first =
                events.isEmpty() ? last.sequence() + 1 : events.getFirst().id().sequence();
        boolean older = first > head.trimmed() + 1;
        boolean newer = last.sequence() < head.sequence();
        return new RoomPage(
                address,
                Arrangement.of(events, composer.author()),
                last.toString(),
                !newer,
                older ? address.before(last.at(first)) : null,
                newer ? address.after(last) : null,
                curl(address.room()),
                composer,
                rooms.from(address),
                null);
    }

    private static EventId position(String cursor, Head head) {
        return EventId.parse(cursor)
                .filter(head::knows)
                .orElseThrow(() -> Refusal.badRequest("invalid-cursor", "before and after take an id of this room.")
                        .asException());
    }

    /** As this request reached the server; behind a proxy the script knows better. */
    private static String curl(Room room) {
        String messages = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString() + "/messages";
        return room.equals(Room.LOBBY)
                ? "curl -d 'hello' " + messages
                : "curl -d 'hello' '" + messages + "?room=" + room + "'";
    }
}
