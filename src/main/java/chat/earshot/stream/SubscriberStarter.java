package chat.earshot.stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import org.springframework.web.servlet.AsyncHandlerInterceptor;

/** Starts a subscriber at the moment Spring has its emitter in hand and the response is the subscriber's. */
final class SubscriberStarter implements AsyncHandlerInterceptor {

    private static final String SUBSCRIBER = SubscriberStarter.class.getName();
    private static final String FINDING = "org.springframework.web.servlet.";

    static void hand(HttpServletRequest request, Subscriber subscriber) {
        request.setAttribute(SUBSCRIBER, subscriber);
    }

    @Override
    public void afterConcurrentHandlingStarted(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(SUBSCRIBER) instanceof Subscriber subscriber) {
            request.removeAttribute(SUBSCRIBER);
            forgetTheWayHere(request);
            subscriber.start();
        }
    }

    /** Drops what Spring noted to find the handler. A stream would keep it for days, and its last dispatch notes it anew. */
    private static void forgetTheWayHere(HttpServletRequest request) {
        Collections.list(request.getAttributeNames()).stream()
                .filter(name -> name.startsWith(FINDING))
                .forEach(request::removeAttribute);
    }
}
