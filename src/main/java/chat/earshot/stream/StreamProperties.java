package chat.earshot.stream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The streams.
 *
 * @param retry how long a client waits before it connects again after a cut. Default 3 s
 * @param heartbeat after how long without a write a heartbeat is sent; it is also how a vanished reader is found. Shorter
 *     than {@code earshot.web.idle-timeout}. Default 15 s
 * @param drainTimeout how long shutdown waits for streams to end before it breaks off what is stalled. Default 2 s
 * @param drainSpread over how long clients come back after a shutdown, each after its own random delay. Default 5 s
 * @param largestLast the most events that {@code last=} may ask for. Default 500
 * @param deliverers how many threads send what was just said to all who listen. Default 0: as many as there are processors
 */
@Validated
@ConfigurationProperties("earshot.stream")
public record StreamProperties(
        @DefaultValue("3s") @DurationMin(millis = 0) Duration retry,
        @DefaultValue("15s") @DurationMin(millis = 100) Duration heartbeat,
        @DefaultValue("2s") @DurationMin(millis = 0) Duration drainTimeout,
        @DefaultValue("5s") @DurationMin(millis = 0) Duration drainSpread,
        @DefaultValue("500") @Min(0) @Max(100_000) int largestLast,
        @DefaultValue("0") @Min(0) @Max(64) int deliverers) {

    int lanes() {
        return deliverers > 0 ? deliverers : Runtime.getRuntime().availableProcessors();
    }
}
