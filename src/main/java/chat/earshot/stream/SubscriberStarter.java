package chat.earshot.stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.AsyncHandlerInterceptor;

/** Starts a subscriber at the moment Spring has its emitter in hand and the response is the subscriber's. */
final class SubscriberStarter implements AsyncHandlerInterceptor {

    private static final String SUBSCRIBER = SubscriberStarter.class.getName();

    static void hand(HttpServletRequest request, Subscriber subscriber) {
        request.setAttribute(SUBSCRIBER, subscriber);
    }

    @Override
    public void afterConcurrentHandlingStarted(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(SUBSCRIBER) instanceof Subscriber subscriber) {
            subscriber.start();
        }
    }
}
