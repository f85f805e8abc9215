package chat.earshot.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Compresses the page for a browser. What it holds is what anybody may read, and no secret stands beside what a stranger can
 * put in, so its length tells nothing (BREACH). Programs' requests go by: theirs name no HTML.
 */
@Component
@FilterRegistration(urlPatterns = {"", "/rooms/*", "/messages"})
class GzippedPage extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept == null
                || !accept.contains(MediaType.TEXT_HTML_VALUE)
                || request.getMethod().equals(HttpMethod.HEAD.name())
                || !Gzip.isAcceptedBy(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, kept);
        String type = kept.getContentType();
        if (type == null || !type.startsWith(MediaType.TEXT_HTML_VALUE)) {
            kept.copyBodyToResponse();
            return;
        }
        byte[] page = Gzip.compress(kept.getContentAsByteArray());
        response.setHeader(HttpHeaders.CONTENT_ENCODING, Gzip.NAME);
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }
}
