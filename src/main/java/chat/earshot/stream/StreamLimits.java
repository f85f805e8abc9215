package chat.earshot.stream;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many streams there may be. 0 means no limit.
 *
 * @param streams in all; beyond that 503. By default what descriptors and heap hold, worked out and logged at the start
 * @param streamsPerAddress from one address; beyond that 429. Default 100
 * @param streamsPerRoom in one room; beyond that 503. Default 0
 * @param streamAge about when a stream is ended, give or take a fifth; its client resumes. Default 0, never
 */
@Validated
@ConfigurationProperties("earshot.limits")
record StreamLimits(
        @Nullable @Min(0) Integer streams,
        @DefaultValue("100") @Min(0) int streamsPerAddress,
        @DefaultValue("0") @Min(0) int streamsPerRoom,
        @DefaultValue("0") @DurationMin(millis = 0) Duration streamAge) {

    private static final double AGE_SPREAD = 0.2;

    /** How long a stream that begins now may last, in nanoseconds; 0 for ever. No two end together for having begun together. */
    long lifetime(RandomGenerator random) {
        return Math.round(streamAge.toNanos() * (1 - AGE_SPREAD + 2 * AGE_SPREAD * random.nextDouble()));
    }
}
