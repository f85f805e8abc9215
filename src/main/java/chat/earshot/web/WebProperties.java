package chat.earshot.web;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How connections are treated.
 *
 * @param acceptQueue how many connections may wait to be accepted; a crowd that comes back at once needs many. Default 4,096
 * @param idleTimeout when a connection on which nothing moves is closed, and how long a request's head may take. Longer than the
 *     streams' heartbeat. Default 30 s
 */
@Validated
@ConfigurationProperties("earshot.web")
public record WebProperties(
        @DefaultValue("4096") @Min(1) int acceptQueue,
        @DefaultValue("30s") @DurationMin(millis = 100) Duration idleTimeout) {}
