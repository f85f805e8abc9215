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

    /** After so many quick ones in a row nothing stands still any more. */
    private static final int ANSWERS = 5;

    private static final Runnable ANSWER = () -> {};

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
        // Now, since where everything stands still no class can be loaded any more.
        var scheduler = ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
        int usual = scheduler.getParallelism();
        try {
            while (true) {
                if (!isAnswered()) {
                    lendOne(scheduler);
                } else if (scheduler.getParallelism() == usual) {
                    Thread.sleep(patience);
                } else if (isAnsweredAgainAndAgain()) {
                    LOG.info(
                            "Requests stood still, or the processors were very busy; {} carriers were lent.",
                            scheduler.getParallelism() - usual);
                    scheduler.setParallelism(usual);
                }
            }
        } catch (InterruptedException e) {
            scheduler.setParallelism(usual); // stopped
        }
    }

    private boolean isAnswered() throws InterruptedException {
        return Thread.startVirtualThread(ANSWER).join(patience);
    }

    private boolean isAnsweredAgainAndAgain() throws InterruptedException {
        for (int i = 0; i < ANSWERS; i++) {
            Thread.sleep(patience.dividedBy(ANSWERS));
            if (!isAnswered()) {
                return false;
            }
        }
        return true;
    }

    private static void lendOne(VirtualThreadSchedulerMXBean scheduler) {
        int carriers = scheduler.getParallelism();
        scheduler.setParallelism(Math.max(carriers, Math.min(carriers + 1, MOST_CARRIERS)));
    }
}
