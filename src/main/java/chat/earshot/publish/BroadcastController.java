package chat.earshot.publish;

import chat.earshot.event.CustomDraft;
import chat.earshot.event.InvalidDraftException;
import chat.earshot.event.Room;
import chat.earshot.log.Appended;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BroadcastController {

    private static final List<String> FIELDS = List.of("event", "payload", "room");

    private final PostLimit limit;
    private final BodyReader bodies;
    private final Publisher publisher;

    BroadcastController(PostLimit limit, BodyReader bodies, Publisher publisher) {
        this.limit = limit;
        this.bodies = bodies;
        this.publisher = publisher;
    }

    @PostMapping(path = "/broadcast", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> post(HttpServletRequest request) throws IOException {
        limit.take(request);
        var key = Publisher.key(request);
        Body body = Body.of(request, bodies);
        if (!body.isJson()) {
            throw Body.unsupported().asException();
        }
        Appended appended = publisher.publish(draft(JsonBody.parse(body.text(), FIELDS)), key);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(JsonLine.of("{\"success\":true,\"id\":\"" + appended.id() + "\"}"));
    }

    private static CustomDraft draft(JsonBody body) {
        return new CustomDraft(
                new Room(body.string("room").orElse(Room.LOBBY.name())),
                body.string("event").orElseThrow(() -> missing("event", "An event has a name, in the field event.")),
                body.compact("payload")
                        .orElseThrow(() -> missing("payload", "An event has a payload; it may be null.")));
    }

    private static InvalidDraftException missing(String field, String message) {
        return new InvalidDraftException(field, message);
    }
}
