package chat.earshot.log.sqlite;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The embedded log.
 *
 * @param retainEvents how many events a room keeps; older ones go in small steps. Default 100,000
 * @param groupEvents the most events of one commit. Default 256
 * @param queue how many POSTs may wait for the writer; beyond that they get 503. Default 4,096
 * @param appendTimeout how long a POST waits for its commit before it gets 503; up to a tenth longer. Default 10 s
 * @param readers how many threads read, each with a connection. Default 3
 * @param keyAge how long an Idempotency-Key is remembered. Default 24 h
 * @param keys how many of the newest keys are remembered at most. Default 1,000,000
 */
@Validated
@ConfigurationProperties("earshot.log")
public record SqliteProperties(
        @DefaultValue("100000") @Min(1) long retainEvents,
        @DefaultValue("256") @Min(1) @Max(4096) int groupEvents,
        @DefaultValue("4096") @Min(1) int queue,
        @DefaultValue("10s") @DurationMin(millis = 1) Duration appendTimeout,
        @DefaultValue("3") @Min(1) @Max(16) int readers,
        @DefaultValue("24h") @DurationMin(seconds = 1) Duration keyAge,
        @DefaultValue("1000000") @Min(1) long keys) {}
