package chat.earshot.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The headers that every answer carries: what it may load and do, and who may frame it or have it loaded. Most answers are no
 * pages; even where a browser shows one as if it were, it may do nothing.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class SecurityHeaders extends HttpFilter {

    private static final String POLICY = "Content-Security-Policy";

    private static final String NOTHING =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String PAGE =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
                    + "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
                    + "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    static final Map<String, String> ALL = Map.of(
            POLICY,
            NOTHING,
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "same-origin",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    SecurityHeaders() {}

    /** This answer is a page of ours: it may load from here, run our scripts and talk to us. Before its first byte. */
    public static void allowPage(HttpServletResponse response) {
        response.setHeader(POLICY, PAGE);
    }

    /** This answer has become a refusal, whatever it was to be. */
    static void allowNothing(HttpServletResponse response) {
        response.setHeader(POLICY, NOTHING);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ALL.forEach(response::setHeader);
        chain.doFilter(request, response);
    }
}
