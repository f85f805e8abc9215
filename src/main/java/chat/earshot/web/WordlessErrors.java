package chat.earshot.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Gives an error that would have no body the words that it has elsewhere: what Spring answers with a status alone, as the 404 of actuator
 * and the 416 of a file, and what Jetty throws for a header before Spring has found who could answer.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class WordlessErrors extends HttpFilter {

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException e) {
            if (response.isCommitted()) {
                throw e;
            }
            response.setStatus(JettyFailures.statusOf(e).orElseThrow(() -> e));
        }
        int status = response.getStatus();
        if (status >= HttpStatus.BAD_REQUEST.value() && response.getContentType() == null) {
            Problems.write(HttpRefusals.of(status), request, response);
        }
    }
}
