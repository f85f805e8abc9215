package chat.earshot.web;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import jdk.management.VirtualThreadSchedulerMXBean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps requests from waiting for each other for ever. A virtual thread that loads or initializes a class keeps its carrier even while it
 * waits for a lock; where all carriers are kept so, and the lock's owner is itself in want of one, nothing moves any more. A server
 * that was just started and is met by a browser's parallel requests is where that happens, most of all from a jar of jars
 * (Spring Boot's issue 51463). So a virtual thread has to answer now and then, and as long as none does there is one carrier more.
 */
@Component
class CarrierWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CarrierWatch.class);
    private static final int MOST_CARRIERS = 128;

    private final Duration patience;
    private final Thread thread =
            Thread.ofPlatform().name("carrier-watch").daemon().unstarted(this::run);

    @Autowired
    CarrierWatch() {
        this(Duration.ofSeconds(2));
    }

    /** @param patience how long a virtual thread may take to answer; a processor that has too much to do takes its time too */
    CarrierWatch(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() {
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }

    /** The first to start and the last to stop: requests come and go in between. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    private void run() {
        try {
            while (true) {
                awaitAnswer(Thread.startVirtualThread(() -> {}));
                Thread.sleep(patience);
            }
        } catch (InterruptedException e) {
            // stopped
        }
    }

    private void awaitAnswer(Thread answering) throws InterruptedException {
        if (!answering.join(patience)) {
            var scheduler = ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
            int carriers = scheduler.getParallelism();
            try {
                addCarriers(scheduler, answering);
            } finally {
                scheduler.setParallelism(carriers);
            }
        }
    }

    private void addCarriers(VirtualThreadSchedulerMXBean scheduler, Thread answering) throws InterruptedException {
        do {
            int carriers = Math.min(scheduler.getParallelism() + 1, MOST_CARRIERS);
            LOG.debug("no virtual thread got its turn for {}; carriers from now on: {}", patience, carriers);
            scheduler.setParallelism(carriers);
            Thread.startVirtualThread(() -> {}); // has the scheduler see that it may have one more
        } while (!answering.join(patience));
    }
}
