package chat.earshot.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Has small writes gathered before they go out, in every answer but a stream: that would hold the buffer for as long as it lasts,
 * so {@link JettySetUp} makes doing without the rule.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class GatheredWrites extends HttpFilter {

    private static final int BUFFER = 32 * 1024;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getRequestURI().endsWith("/events")) {
            response.setBufferSize(BUFFER);
        }
        chain.doFilter(request, response);
    }
}
