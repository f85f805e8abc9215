package chat.earshot.web;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long connections are borne with. 0 means no limit.
 *
 * @param writeTimeout when a write to a stream that no longer moves is given up, and its connection with it. Default 30 s
 */
@Validated
@ConfigurationProperties("earshot.limits")
public record ConnectionLimits(
        @DefaultValue("30s") @DurationMin(millis = 0) Duration writeTimeout) {}
