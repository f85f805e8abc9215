package chat.earshot.stream;

import chat.earshot.log.Batches;
import chat.earshot.log.EventLog;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** What every subscriber draws on. Immutable; any thread. */
@Component
record Source(
        EventLog log, Batches batches, EmitterRegistry registry, StreamProperties properties, RandomGenerator random) {

    private static final long SOONEST_RETRY_MILLIS = 500;

    /** When this client is to come back after a shutdown, so that they do not all come at once. */
    long farewellRetry() {
        return SOONEST_RETRY_MILLIS
                + random.nextLong(Math.max(1, properties.drainSpread().toMillis()));
    }
}
