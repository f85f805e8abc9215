package chat.earshot.stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.AsyncHandlerInterceptor;

/**
 * Starts a subscriber at the moment Spring has its emitter in hand and the response is the subscriber's. Where Spring never comes that
 * far, the place is given back here.
 */
final class SubscriberStarter implements AsyncHandlerInterceptor {

    private static final String SUBSCRIBER = SubscriberStarter.class.getName();
    private static final String PLACE = Places.Place.class.getName();
    private static final String FINDING = "org.springframework.web.servlet.";

    static void hand(HttpServletRequest request, Subscriber subscriber) {
        request.setAttribute(SUBSCRIBER, subscriber);
    }

    static void keep(HttpServletRequest request, Places.Place place) {
        request.setAttribute(PLACE, place);
    }

    @Override
    public void afterConcurrentHandlingStarted(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(SUBSCRIBER) instanceof Subscriber subscriber) {
            request.removeAttribute(SUBSCRIBER);
            request.removeAttribute(PLACE); // the emitter's completion gives it back from now on
            forgetTheWayHere(request);
            subscriber.start();
        }
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(PLACE) instanceof Places.Place place) {
            place.giveBack();
        }
    }

    /** Drops what Spring noted to find the handler. A stream would keep it for days, and its last dispatch notes it anew. */
    private static void forgetTheWayHere(HttpServletRequest request) {
        Collections.list(request.getAttributeNames()).stream()
                .filter(name -> name.startsWith(FINDING))
                .forEach(request::removeAttribute);
    }
}
