package chat.earshot.web;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many connections there may be, and how long they are borne with. 0 means no limit.
 *
 * @param connections in all, streams among them. A little below it those that ask for nothing are closed early; beyond it a new one waits
 *     until another has gone. By default what descriptors and heap hold
 * @param writeTimeout when a write to a stream that no longer moves is given up, and its connection with it. Default 30 s
 */
@Validated
@ConfigurationProperties("earshot.limits")
public record ConnectionLimits(
        @Nullable @Min(0) Integer connections,
        @DefaultValue("30s") @DurationMin(millis = 0) Duration writeTimeout) {

    /** With so many at once there is always one left for who only asks or speaks. */
    private static final int OTHER_THAN_STREAMS = 500;

    /** How many of the connections may be streams. */
    public int streams() {
        return most() == 0 ? Integer.MAX_VALUE : most() - Math.min(OTHER_THAN_STREAMS, most() / 2);
    }

    int most() {
        return connections != null ? connections : Capacity.ofThisProcess().connections();
    }
}
