package chat.earshot.stream;

import chat.earshot.log.Batches;
import chat.earshot.log.Chunk;
import chat.earshot.log.EventLog;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** What every subscriber draws on. Immutable; any thread. */
@Component
final class Source {

    private static final long SOONEST_RETRY_MILLIS = 500;

    private final EventLog log;
    private final Batches batches;
    private final EmitterRegistry registry;
    private final StreamProperties properties;
    private final StreamLimits limits;
    private final RandomGenerator random;
    private final Chunk ping;
    private final Executor threads =
            task -> Thread.ofVirtual().name("subscriber").start(task);

    Source(
            EventLog log,
            Batches batches,
            EmitterRegistry registry,
            StreamProperties properties,
            StreamLimits limits,
            RandomGenerator random) {
        this.log = log;
        this.batches = batches;
        this.registry = registry;
        this.properties = properties;
        this.limits = limits;
        this.random = random;
        this.ping = Lines.ping(properties.heartbeat());
    }

    EventLog log() {
        return log;
    }

    Batches batches() {
        return batches;
    }

    EmitterRegistry registry() {
        return registry;
    }

    StreamProperties properties() {
        return properties;
    }

    /** A virtual thread for each turn that may have to wait. */
    Executor threads() {
        return threads;
    }

    /** The same bytes for all of them. */
    Chunk ping() {
        return ping;
    }

    /** How long a stream that begins now may last, in nanoseconds; 0 for ever. */
    long lifetime() {
        return limits.lifetime(random);
    }

    /** When this client is to come back after its stream was ended, so that they do not all come at once. */
    long farewellRetry() {
        return SOONEST_RETRY_MILLIS
                + random.nextLong(Math.max(1, properties.drainSpread().toMillis()));
    }
}
