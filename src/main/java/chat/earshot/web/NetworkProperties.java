package chat.earshot.web;

import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What stands between the clients and us, and under which names they reach us.
 *
 * @param trustedProxies whose {@code X-Forwarded-For} counts: addresses, or ranges such as {@code 10.0.0.0/8}. Default this very host,
 *     so that a proxy on it works at once
 * @param allowedHosts the host names by which clients may call us, without a port; any other is a 421, which keeps other sites' pages
 *     from reaching a server inside your network by a name of theirs (DNS rebinding). An address of IPv6 stands in brackets.
 *     Default any
 */
@Validated
@ConfigurationProperties("earshot")
public record NetworkProperties(
        @DefaultValue({"127.0.0.0/8", "::1"}) List<String> trustedProxies,

        @DefaultValue
        Set<@Pattern(regexp = HOST, message = "must be names such as chat.example.org, without a port") String>
                allowedHosts) {

    private static final String HOST = "[!-~&&[^:/@*\\[\\]]]+|\\[[0-9A-Fa-f:.]+]";
}
