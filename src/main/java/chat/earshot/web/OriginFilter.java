package chat.earshot.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsUtils;

/** Keeps other sites' pages from speaking here in their visitors' names. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class OriginFilter extends HttpFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    static final Refusal NOT_ALLOWED = Refusal.of(
            HttpStatus.FORBIDDEN,
            "origin-not-allowed",
            "Pages of other sites may not post here. Its operator can allow one with earshot.cors.allowed-origins.");

    private final Origins origins;

    OriginFilter(Origins origins) {
        this.origins = origins;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (mayPass(request)) {
            chain.doFilter(request, response);
        } else {
            Problems.write(NOT_ALLOWED, request, response);
        }
    }

    private boolean mayPass(HttpServletRequest request) {
        if (CorsUtils.isPreFlightRequest(request)) {
            return origins.isAllowed(request);
        }
        return SAFE.contains(request.getMethod()) || origins.maySpeak(request);
    }
}
