package chat.earshot.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Tells where a request comes from: our own page, a site that is allowed, or any other. What a browser says once and a request says
 * twice is nobody's word. Immutable.
 */
@Component
class Origins {

    private static final Set<String> OURS = Set.of("same-origin", "none");

    /** The origin of a page that came from a web server; its authority is the last group. */
    private static final Pattern WEB = Pattern.compile("(https?)://([^/?#@\\s]+)");

    private final Set<String> allowed;

    Origins(CorsProperties properties) {
        this.allowed = Set.copyOf(properties.allowedOrigins());
    }

    boolean anyAllowed() {
        return !allowed.isEmpty();
    }

    /** Whether it is a page of an allowed site that sends this. */
    boolean isAllowed(HttpServletRequest request) {
        List<String> origins = values(request, HttpHeaders.ORIGIN);
        return origins.size() == 1 && allowed.contains(origins.getFirst());
    }

    Set<String> allowed() {
        return allowed;
    }

    /**
     * Whether the request may change something. A browser says in {@code Sec-Fetch-Site} whose page sends it; an older one
     * says in {@code Origin} which. What sends neither is no browser, and may.
     */
    boolean maySpeak(HttpServletRequest request) {
        if (isAllowed(request)) {
            return true;
        }
        List<String> sites = values(request, "Sec-Fetch-Site");
        if (!sites.isEmpty()) {
            return sites.size() == 1 && OURS.contains(sites.getFirst());
        }
        List<String> origins = values(request, HttpHeaders.ORIGIN);
        return origins.isEmpty() || origins.size() == 1 && isOurs(origins.getFirst(), host(request));
    }

    /** As it came: what a container makes of forwarded headers, anybody could have sent. */
    private static @Nullable String host(HttpServletRequest request) {
        return Request.unWrap(ServletContextRequest.getServletContextRequest(request))
                .getHeaders()
                .get(HttpHeader.HOST);
    }

    private static List<String> values(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header));
    }

    /** Whether the origin is the host the request was sent to. A proxy may have ended TLS, so the scheme may differ. */
    private static boolean isOurs(String origin, @Nullable String host) {
        Matcher web = WEB.matcher(origin);
        if (host == null || !web.matches()) {
            return false;
        }
        String scheme = web.group(1);
        return withoutDefaultPort(scheme, web.group(2)).equals(withoutDefaultPort(scheme, host));
    }

    private static String withoutDefaultPort(String scheme, String authority) {
        String port = scheme.equals("https") ? ":443" : ":80";
        String host = authority.endsWith(port) ? authority.substring(0, authority.length() - port.length()) : authority;
        return host.toLowerCase(Locale.ROOT);
    }
}
