package chat.earshot.web;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which other sites' pages may listen and speak here.
 *
 * @param allowedOrigins their origins, such as {@code https://example.org} or {@code http://localhost:3000}: scheme, host
 *     and port, no path. Default none
 */
@ConfigurationProperties("earshot.cors")
public record CorsProperties(@DefaultValue Set<String> allowedOrigins) {}
