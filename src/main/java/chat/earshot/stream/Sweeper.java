package chat.earshot.stream;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks after all streams twice a second: one coarse sweep instead of a timer for each parked subscriber. */
@Component
class Sweeper implements SmartLifecycle {

    private static final Duration PERIOD = Duration.ofMillis(500);

    private final EmitterRegistry registry;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sweeper").daemon().factory());

    Sweeper(EmitterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void start() {
        timer.scheduleWithFixedDelay(this::sweep, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        timer.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return !timer.isShutdown();
    }

    private void sweep() {
        long now = System.nanoTime();
        registry.forEach(subscriber -> subscriber.look(now, registry.count(subscriber.room())));
    }
}
