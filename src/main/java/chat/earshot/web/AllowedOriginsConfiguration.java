package chat.earshot.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** Lets the allowed origins read and write with {@code EventSource} and {@code fetch}; everyone else gets no CORS at all. */
@Configuration(proxyBeanMethods = false)
class AllowedOriginsConfiguration {

    @Bean
    FilterRegistrationBean<CorsFilter> corsFilter(Origins origins) {
        var registration = new FilterRegistrationBean<CorsFilter>(new AllowedOriginsFilter(origins));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        registration.setEnabled(origins.anyAllowed());
        return registration;
    }

    private static CorsConfigurationSource rules(Origins origins) {
        CorsConfiguration rules = new CorsConfiguration();
        rules.setAllowedOrigins(List.copyOf(origins.allowed()));
        rules.setAllowedMethods(List.of("GET", "HEAD", "POST"));
        rules.setAllowedHeaders(List.of("Content-Type", "Last-Event-ID", "Idempotency-Key", "Cache-Control"));
        rules.setExposedHeaders(List.of(HttpHeaders.LOCATION, HttpHeaders.RETRY_AFTER));
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", rules);
        return source;
    }

    /** A request that no allowed site sent goes on without CORS, so that its browser keeps the answer from the page. */
    private static final class AllowedOriginsFilter extends CorsFilter {

        private final Origins origins;

        AllowedOriginsFilter(Origins origins) {
            super(rules(origins));
            setCorsProcessor(new RefusingProcessor());
            this.origins = origins;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (origins.isAllowed(request)) {
                super.doFilterInternal(request, response, chain);
            } else {
                response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN); // or a cache gives this to an allowed page
                chain.doFilter(request, response);
            }
        }
    }

    private static final class RefusingProcessor extends DefaultCorsProcessor {

        @Override
        protected void rejectRequest(ServerHttpResponse response) throws IOException {
            response.setStatusCode(OriginFilter.NOT_ALLOWED.status());
            response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
            response.getBody().write(Problems.body(OriginFilter.NOT_ALLOWED, false));
            response.flush();
        }
    }
}
