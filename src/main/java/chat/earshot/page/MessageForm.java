package chat.earshot.page;

import chat.earshot.event.IdempotencyKey;
import chat.earshot.event.MessageDraft;
import chat.earshot.event.Room;
import chat.earshot.publish.MessageReader;
import chat.earshot.publish.MessageReader.Posted;
import chat.earshot.publish.PostLimit;
import chat.earshot.publish.Publisher;
import chat.earshot.web.Refusal;
import chat.earshot.web.RefusalTable;
import chat.earshot.web.RefusedException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;

/** A message posted by a browser's own form: answered with the page, and never at the price of what was typed. */
@Component
class MessageForm {

    private final PostLimit limit;
    private final MessageReader reader;
    private final Publisher publisher;
    private final RefusalTable refusals;
    private final Pages pages;
    private final PageWords words;

    MessageForm(
            PostLimit limit,
            MessageReader reader,
            Publisher publisher,
            RefusalTable refusals,
            Pages pages,
            PageWords words) {
        this.limit = limit;
        this.reader = reader;
        this.publisher = publisher;
        this.refusals = refusals;
        this.pages = pages;
        this.words = words;
    }

    ServerResponse post(ServerRequest request) throws Exception {
        Posted posted = null;
        Optional<Refusal> tooMany = limit.refusalFor(request.servletRequest());
        try {
            posted = reader.read(request.servletRequest()); // all the same: the page gives back what was typed
            if (tooMany.isPresent()) {
                throw tooMany.get().asException();
            }
            return say(posted, Publisher.key(request.servletRequest()));
        } catch (Exception e) {
            return refused(posted, request, refusalFor(e).orElseThrow(() -> e));
        }
    }

    private ServerResponse say(Posted posted, @Nullable IdempotencyKey key) {
        // An empty box is someone who gives no name; a program that posts an empty author has made a mistake.
        String name = posted.author().strip();
        String author = name.isEmpty() ? MessageDraft.ANONYMOUS : name;
        MessageDraft draft = new Posted(posted.text(), author, posted.room()).draft();
        publisher.publish(draft, key);
        PageAddress address = PageAddress.atTop(draft.room(), kept(name));
        return ServerResponse.seeOther(URI.create(address.newest()))
                .cacheControl(CacheControl.noStore())
                .build();
    }

    /** @param posted null where it could not even be read; a browser that goes back still has it */
    private ServerResponse refused(@Nullable Posted posted, ServerRequest request, Refusal refusal) {
        Room room = new Room(posted == null ? roomOf(request) : posted.room());
        String text = posted == null || posted.text() == null ? "" : posted.text();
        String author = posted == null ? "" : kept(posted.author());
        Composer composer = Composer.refused(text, author, refusal, words.reason(refusal));
        RoomPage page = pages.newest(PageAddress.atTop(room, ""), composer);
        ServerResponse.BodyBuilder answer = ServerResponse.status(refusal.status())
                .cacheControl(CacheControl.noStore())
                .varyBy(PageController.VARY);
        if (refusal.retryAfter() != null) {
            answer.header(
                    HttpHeaders.RETRY_AFTER, Long.toString(refusal.retryAfter().toSeconds()));
        }
        return answer.render(PageController.VIEW, Map.of("page", page));
    }

    private Optional<Refusal> refusalFor(Exception failure) {
        return failure instanceof RefusedException refused
                ? Optional.of(refused.refusal())
                : refusals.refusalFor(failure);
    }

    private static String kept(String author) {
        return author.equals(MessageDraft.ANONYMOUS) ? "" : author;
    }

    // Not from the parameters: the container would look for them in the body.
    private static String roomOf(ServerRequest request) {
        String query = request.servletRequest().getQueryString();
        String room = UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .getFirst("room");
        return room == null ? Room.LOBBY.name() : room;
    }
}
