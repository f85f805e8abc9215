package chat.earshot.publish;

import chat.earshot.event.Event;
import chat.earshot.log.Appended;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MessagesController {

    private final PostLimit limit;
    private final MessageReader reader;
    private final Publisher publisher;

    MessagesController(PostLimit limit, MessageReader reader, Publisher publisher) {
        this.limit = limit;
        this.reader = reader;
        this.publisher = publisher;
    }

    @PostMapping(path = "/messages", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> post(HttpServletRequest request) throws IOException {
        limit.take(request);
        var key = Publisher.key(request);
        Appended appended = publisher.publish(reader.read(request).draft(), key);
        return ResponseEntity.status(appended.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
                .location(URI.create(request.getContextPath() + "/messages/" + appended.id()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(JsonLine.of(json(appended)));
    }

    private static String json(Appended appended) {
        return appended.event().map(Event::json).orElseGet(() -> "{\"id\":\"" + appended.id() + "\"}");
    }
}
