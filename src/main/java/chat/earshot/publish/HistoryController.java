package chat.earshot.publish;

import chat.earshot.event.Event;
import chat.earshot.event.EventId;
import chat.earshot.event.Room;
import chat.earshot.log.EventLog;
import chat.earshot.log.Head;
import chat.earshot.log.PageLimit;
import chat.earshot.web.Refusal;
import chat.earshot.web.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class HistoryController {

    private static final int DEFAULT_LIMIT = 50;
    private static final int LARGEST_LIMIT = 200;
    private static final long LARGEST_PAGE = 4L << 20;

    private static final Refusal NO_SUCH_EVENT =
            Refusal.of(HttpStatus.NOT_FOUND, "not-found", "There is no such event, or it is no longer kept.");

    private final EventLog log;

    HistoryController(EventLog log) {
        this.log = log;
    }

    @GetMapping(path = "/messages", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> page(HttpServletRequest request) {
        Room room = new Room(one(request, "room").orElse(Room.LOBBY.name()));
        Optional<String> before = one(request, "before");
        Optional<String> after = one(request, "after");
        if (before.isPresent() && after.isPresent()) {
            throw invalid("cursor", "Give before or after, not both.");
        }
        PageLimit limit = new PageLimit(limit(request), LARGEST_PAGE);
        Head head = log.head(room);
        long edge = before.map(id -> position(id, head))
                .or(() -> after.map(id -> position(id, head) + 1))
                .orElse(head.sequence() + 1);
        List<Event> events = after.isPresent() ? log.after(room, edge - 1, limit) : log.before(room, edge, limit);
        return json(page(events, edge, head));
    }

    @GetMapping(path = "/messages/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> one(@PathVariable String id) {
        EventId wanted = EventId.parse(id).orElseThrow(NO_SUCH_EVENT::asException);
        Room room = log.roomOf(wanted).orElseThrow(NO_SUCH_EVENT::asException);
        return log.after(room, wanted.sequence() - 1, new PageLimit(1, LARGEST_PAGE)).stream()
                .filter(event -> event.id().equals(wanted))
                .findFirst()
                .map(event -> json(event.json()))
                .orElseThrow(NO_SUCH_EVENT::asException);
    }

    /** @param edge where a page without events would stand: between the sequence before it and this one */
    private static String page(List<Event> read, long edge, Head head) {
        List<Event> events = read.stream()
                .filter(event -> event.id().sequence() <= head.sequence()) // later ones came while it was read
                .toList();
        long first = events.isEmpty() ? edge : events.getFirst().id().sequence();
        long last = events.isEmpty() ? edge - 1 : events.getLast().id().sequence();
        boolean older = first > head.trimmed() + 1;
        boolean newer = last < head.sequence();
        String list = events.stream().map(Event::json).collect(Collectors.joining(","));
        return "{\"events\":[" + list + "],\"older\":" + older + ",\"newer\":" + newer + "}";
    }

    private static ResponseEntity<byte[]> json(String json) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(JsonLine.of(json));
    }

    private static long position(String text, Head head) {
        return EventId.parse(text)
                .filter(head::knows)
                .map(EventId::sequence)
                .orElseThrow(() -> invalid("cursor", "before and after take an id of this room."));
    }

    private static int limit(HttpServletRequest request) {
        Optional<String> limit = one(request, "limit");
        if (limit.isEmpty()) {
            return DEFAULT_LIMIT;
        }
        return limit.filter(text -> text.matches("[0-9]{1,3}"))
                .map(Integer::valueOf)
                .filter(count -> count >= 1 && count <= LARGEST_LIMIT)
                .orElseThrow(() -> invalid("limit", "limit is a number from 1 to " + LARGEST_LIMIT + "."));
    }

    private static Optional<String> one(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        if (values != null && values.length > 1) {
            throw invalid(name, "Give " + name + " once.");
        }
        return values == null ? Optional.empty() : Optional.of(values[0]);
    }

    private static RefusedException invalid(String what, String detail) {
        return Refusal.badRequest("invalid-" + what, detail).asException();
    }
}
