package chat.earshot.page;

import chat.earshot.event.Room;
import chat.earshot.log.EventLog;
import chat.earshot.log.RoomSummary;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The rooms that a page leads to. */
@Component
class RoomLinks {

    private static final int MOST = 200;

    private final EventLog log;

    RoomLinks(EventLog log) {
        this.log = log;
    }

    /** The latest spoken in first; the lobby and the room that is shown are among them even where nobody has spoken there. */
    List<RoomLink> from(PageAddress address) {
        Set<Room> rooms =
                log.rooms(MOST).stream().map(RoomSummary::room).collect(Collectors.toCollection(LinkedHashSet::new));
        rooms.add(Room.LOBBY);
        rooms.add(address.room());
        return rooms.stream()
                .map(room -> new RoomLink(room.name(), address.of(room).newest(), room.equals(address.room())))
                .toList();
    }
}
