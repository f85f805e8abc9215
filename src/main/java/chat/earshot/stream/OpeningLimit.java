package chat.earshot.stream;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Has a few streams open at a time while the others wait, parked: when a crowd comes back at once, who speaks must not stand in
 * one line with all of it for a processor. A place is held for the opening alone, which waits for nobody but a reader that has left
 * earlier answers unread; so that such ones cannot keep the others out, nobody waits longer than two seconds.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2) // after whatever refuses
class OpeningLimit extends HttpFilter {

    private static final int AT_A_TIME = 4;
    private static final long LONGEST_WAIT_MILLIS = 2_000;

    private final Semaphore places = new Semaphore(AT_A_TIME, true);

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean taken = request.getRequestURI().endsWith("/events") && take();
        try {
            chain.doFilter(request, response);
        } finally {
            if (taken) {
                places.release();
            }
        }
    }

    private boolean take() {
        try {
            return places.tryAcquire(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
