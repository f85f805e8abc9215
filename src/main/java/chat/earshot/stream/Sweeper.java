package chat.earshot.stream;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks after all streams once a second: one coarse sweep instead of a timer for each subscriber. */
@Component
class Sweeper implements SmartLifecycle {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private final EmitterRegistry registry;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sweeper").daemon().factory());

    private volatile boolean running;

    Sweeper(EmitterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void start() {
        running = true;
        timer.scheduleWithFixedDelay(this::sweep, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void sweep() {
        try {
            registry.look(System.nanoTime());
        } catch (RuntimeException e) { // else the timer would never sweep again
            LOG.error("A sweep failed.", e);
        }
    }

    @Override
    public void stop() {
        running = false;
        timer.shutdownNow();
    }

    /** Spring starts only what is not running yet. */
    @Override
    public boolean isRunning() {
        return running;
    }
}
