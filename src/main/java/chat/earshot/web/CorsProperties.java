package chat.earshot.web;

import jakarta.validation.constraints.Pattern;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which other sites' pages may listen and speak here.
 *
 * @param allowedOrigins their origins as browsers send them, such as {@code https://example.org} or {@code http://localhost:3000}:
 *     scheme, host and port, in small letters and without a path. Never {@code null}, which any page can be. Default none
 */
@Validated
@ConfigurationProperties("earshot.cors")
public record CorsProperties(
        @DefaultValue
        Set<
                        @Pattern(
                                regexp = ORIGIN,
                                message =
                                        "must be origins such as https://example.org, in small letters, without a path")
                        String>
                allowedOrigins) {

    private static final String ORIGIN = "[a-z][a-z0-9+.-]*://[!-~&&[^/?#@*A-Z]]+";
}
