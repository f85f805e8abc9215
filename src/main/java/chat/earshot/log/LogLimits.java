package chat.earshot.log;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much a log takes in. 0 means no limit.
 *
 * @param rooms in how many rooms may have been spoken; in one more nobody can begin to, and gets 503. Default 10,000
 */
@Validated
@ConfigurationProperties("earshot.limits")
public record LogLimits(@DefaultValue("10000") @Min(0) int rooms) {}
