package chat.earshot.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Has small writes gathered before they go out, in every answer but a stream: that would hold the buffer for as long as it lasts,
 * so {@link JettySetUp} makes doing without the rule.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class GatheredWrites extends OncePerRequestFilter {

    private static final int BUFFER = 32 * 1024;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().endsWith("/events");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setBufferSize(BUFFER);
        chain.doFilter(request, response);
    }
}
