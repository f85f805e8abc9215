package chat.earshot.publish;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What may be posted. 0 means no limit.
 *
 * @param bodySize the largest body of a POST; a larger one is a 413 before it is read whole. Default 64 KB
 * @param bodyTimeout how long a body may take to arrive before its connection is broken off. Default 15 s
 * @param postBurst how many POSTs one address may send at once; beyond that 429. Default 200
 * @param postsPerSecond how many more each second allows it after that. Default 50
 */
@Validated
@ConfigurationProperties("earshot.limits")
public record PublishProperties(
        @DefaultValue("64KB") DataSize bodySize,
        @DefaultValue("15s") @DurationMin(millis = 0) Duration bodyTimeout,
        @DefaultValue("200") @Min(0) int postBurst,
        @DefaultValue("50") @Min(0) int postsPerSecond) {

    /** As many bytes as an array can hold, and one more to see that there are more. */
    private static final int MOST_BYTES = Integer.MAX_VALUE - 16;

    public PublishProperties {
        if (bodySize.isNegative()) {
            throw new IllegalArgumentException("earshot.limits.body-size must not be negative");
        }
    }

    /** The largest body, in bytes. */
    int largestBody() {
        long bytes = bodySize.toBytes();
        return bytes == 0 ? MOST_BYTES : Math.clamp(bytes, 1, MOST_BYTES);
    }
}
