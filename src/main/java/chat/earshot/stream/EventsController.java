package chat.earshot.stream;

import chat.earshot.web.ClientAddresses;
import chat.earshot.web.Connections;
import chat.earshot.web.ReadyFraming;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
class EventsController {

    private final Source source;
    private final Places places;
    private final ClientAddresses addresses;

    EventsController(Source source, Places places, ClientAddresses addresses) {
        this.source = source;
        this.places = places;
        this.addresses = addresses;
    }

    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter listen(HttpServletRequest request, HttpServletResponse response) {
        StreamRequest wish = StreamRequest.of(request, source.properties().largestLast());
        Places.Place place = places.take(addresses.of(request), wish.room());
        SubscriberStarter.keep(request, place);
        StreamEmitter.putHeaders(response);
        StreamEmitter emitter = new StreamEmitter(ReadyFraming.takeOver(request, response));
        emitter.atEnd(place::giveBack);
        Subscriber subscriber = new Subscriber(wish, emitter, source, Connections.cutterOf(request));
        SubscriberStarter.hand(request, subscriber);
        return emitter;
    }

    /** The headers of a stream, without one; or why there would be none. */
    @RequestMapping(path = "/events", method = RequestMethod.HEAD, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void head(HttpServletRequest request, HttpServletResponse response) {
        StreamRequest wish = StreamRequest.of(request, source.properties().largestLast());
        places.take(addresses.of(request), wish.room()).giveBack();
        ReadyFraming.takeOver(request, response); // else Jetty would claim a length of 0
        StreamEmitter.putHeaders(response);
    }
}
