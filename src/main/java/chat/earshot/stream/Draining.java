package chat.earshot.stream;

import chat.earshot.web.Connections;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Shutdown, before anything else stops: no new connections, each stream ends in a turn of its own, with its own delay to
 * come back after, and what is stalled is broken off. Then Boot waits for the POSTs under way, and the log closes last.
 */
@Component
class Draining implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Draining.class);
    private static final Duration AFTER_CUT = Duration.ofMillis(500);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final EmitterRegistry registry;
    private final Connections connections;
    private final StreamProperties properties;
    private volatile boolean running;

    Draining(EmitterRegistry registry, Connections connections, StreamProperties properties) {
        this.registry = registry;
        this.connections = connections;
        this.properties = properties;
    }

    /** Stopped first. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void stop() {
        running = false;
        long streams = registry.count();
        connections.stopAccepting();
        registry.drain();
        if (!emptyWithin(properties.drainTimeout())) {
            LOG.info("Breaking off {} of {} streams, whose readers have stalled.", registry.count(), streams);
            registry.forEach(Subscriber::cut);
            emptyWithin(AFTER_CUT);
        }
    }

    private boolean emptyWithin(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!registry.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(this, LOOK_NANOS);
        }
        return registry.isEmpty();
    }
}
