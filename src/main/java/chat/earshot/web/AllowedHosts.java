package chat.earshot.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Refuses who calls us by a name that is not ours, where our names are configured: to a browser, a page whose name was bent to our
 * address after it had loaded (DNS rebinding) is a page of ours. Probes may ask for health by any name.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class AllowedHosts extends HttpFilter {

    private static final Refusal NOT_OURS = Refusal.of(
            HttpStatus.MISDIRECTED_REQUEST,
            "host-not-allowed",
            "This server does not go by that name. Its operator can add one to earshot.allowed-hosts.");

    private static final Set<String> PROBES = Set.of("/livez", "/readyz");

    private final Set<String> allowed;

    AllowedHosts(NetworkProperties properties) {
        allowed = properties.allowedHosts().stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (allowed.isEmpty() || allowed.contains(host(request)) || PROBES.contains(request.getServletPath())) {
            chain.doFilter(request, response);
        } else {
            Problems.write(NOT_OURS, request, response);
        }
    }

    /**
     * As the request line or the Host header came: what a container makes of forwarded headers, a page could have sent. A proxy that
     * replaces the header has to be told to keep it.
     */
    private static String host(HttpServletRequest request) {
        Request bare = Request.unWrap(ServletContextRequest.getServletContextRequest(request));
        return Request.getServerName(bare).toLowerCase(Locale.ROOT);
    }
}
