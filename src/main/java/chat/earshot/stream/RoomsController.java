package chat.earshot.stream;

import chat.earshot.event.Timestamps;
import chat.earshot.log.EventLog;
import chat.earshot.log.RoomSummary;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RoomsController {

    private static final int MOST = 200;

    private final EventLog log;
    private final EmitterRegistry registry;

    RoomsController(EventLog log, EmitterRegistry registry) {
        this.log = log;
        this.registry = registry;
    }

    @GetMapping(path = "/rooms", produces = MediaType.APPLICATION_JSON_VALUE)
    List<Line> rooms() {
        return log.rooms(MOST).stream().map(this::line).toList();
    }

    private Line line(RoomSummary room) {
        return new Line(
                room.room().name(),
                room.head().toString(),
                Timestamps.format(room.lastSentAt()),
                registry.count(room.room()));
    }

    record Line(String room, String head, String lastSentAt, int streams) {}
}
