package chat.earshot.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Tells where a request comes from: our own page, a site that is allowed, or any other. Immutable. */
@Component
class Origins {

    private final Set<String> allowed;

    Origins(CorsProperties properties) {
        this.allowed = Set.copyOf(properties.allowedOrigins());
    }

    boolean anyAllowed() {
        return !allowed.isEmpty();
    }

    boolean isAllowed(@Nullable String origin) {
        return origin != null && allowed.contains(origin);
    }

    Set<String> allowed() {
        return allowed;
    }

    /**
     * Whether the request may change something. A browser says in {@code Sec-Fetch-Site} whose page sends it; an older one
     * says in {@code Origin} which. What sends neither is no browser, and may.
     */
    boolean maySpeak(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (isAllowed(origin)) {
            return true;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        return origin == null || isOurs(origin, request.getHeader(HttpHeaders.HOST));
    }

    /** Whether the origin is the host the request was sent to. A proxy may have ended TLS, so the scheme may differ. */
    private static boolean isOurs(String origin, @Nullable String host) {
        int schemeEnd = origin.indexOf("://");
        if (schemeEnd < 0 || host == null) {
            return false;
        }
        String scheme = origin.substring(0, schemeEnd);
        String authority = origin.substring(schemeEnd + 3);
        return withoutDefaultPort(scheme, authority).equals(withoutDefaultPort(scheme, host));
    }

    private static String withoutDefaultPort(String scheme, String authority) {
        String port = scheme.equals("https") ? ":443" : ":80";
        String host = authority.endsWith(port) ? authority.substring(0, authority.length() - port.length()) : authority;
        return host.toLowerCase(Locale.ROOT);
    }
}
