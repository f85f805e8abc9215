package chat.earshot.publish;

import chat.earshot.event.InvalidDraftException;
import chat.earshot.event.MessageDraft;
import chat.earshot.event.Room;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads a message out of whatever was posted: JSON, a form, plain text, or the bare words that {@code curl -d} sends under a
 * form's type. What the query says is a default; the body wins.
 */
@Component
public class MessageReader {

    private static final List<String> FIELDS = List.of("text", "author", "room");

    private final BodyReader bodies;

    MessageReader(BodyReader bodies) {
        this.bodies = bodies;
    }

    /**
     * What was posted.
     *
     * @throws chat.earshot.web.RefusedException if it cannot be read
     */
    public Posted read(HttpServletRequest request) throws IOException {
        Body body = Body.of(request, bodies);
        Form query = query(request);
        Function<String, Optional<String>> fields = fields(body);
        return new Posted(
                fields.apply("text").orElse(null),
                fields.apply("author").or(() -> query.get("author")).orElse(MessageDraft.ANONYMOUS),
                fields.apply("room").or(() -> query.get("room")).orElse(Room.LOBBY.name()));
    }

    /** The container hands the query over as characters; one that was sent raw is UTF-8 like one that was escaped. */
    private static Form query(HttpServletRequest request) {
        String query = request.getQueryString();
        return Form.parse(query == null ? new byte[0] : query.getBytes(StandardCharsets.UTF_8));
    }

    private static Function<String, Optional<String>> fields(Body body) {
        if (body.isJson()) {
            return JsonBody.parse(body.text(), FIELDS)::string;
        }
        if (body.isForm() && Form.holds(body.bytes(), "text")) {
            Form form = Form.parse(body.bytes());
            if (!FIELDS.containsAll(form.names())) {
                throw JsonBody.unknownField(FIELDS).asException();
            }
            return form::get;
        }
        if (body.isForm() || body.isText()) {
            String words = body.text();
            return field -> Optional.of(words).filter(text -> field.equals("text"));
        }
        throw Body.unsupported().asException();
    }

    /** The fields of a message as they were posted, not yet checked. */
    public record Posted(@Nullable String text, String author, String room) {

        /**
         * @throws InvalidDraftException if it is no message that can be said
         * @throws chat.earshot.event.InvalidRoomException if no room can have that name
         */
        public MessageDraft draft() {
            if (text == null) {
                throw new InvalidDraftException("text", "A message has a text.");
            }
            return new MessageDraft(new Room(room), author, text);
        }
    }
}
