package chat.earshot.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.earshot.testing.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jdk.management.VirtualThreadSchedulerMXBean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every carrier is kept by a virtual thread that initializes a class and waits for what only another virtual thread can do. It runs where
 * the tests of the jar do, since the servers of other tests, kept for the next, would have watches of their own in this process.
 */
@Tag("jar")
class CarrierWatchTests {

    private static final CountDownLatch RELEASED = new CountDownLatch(1);
    private static final Semaphore STUCK = new Semaphore(0);

    private final VirtualThreadSchedulerMXBean scheduler =
            ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
    private final CarrierWatch watch = new CarrierWatch(Duration.ofMillis(100));

    @AfterEach
    void release() {
        RELEASED.countDown();
        watch.stop();
    }

    @Test
    void letsTheOneRunForWhomTheOthersWait() throws Exception {
        int carriers = scheduler.getParallelism();
        byte[] held = bytesOfHeld();
        for (int n = 0; n < carriers; n++) {
            Thread.startVirtualThread(() -> initialize(held));
        }
        assertThat(STUCK.tryAcquire(carriers, Deadline.GENEROUS.toMillis(), TimeUnit.MILLISECONDS))
                .isTrue();
        Thread rescuer = Thread.startVirtualThread(RELEASED::countDown);

        watch.start();

        assertThat(rescuer.join(Deadline.GENEROUS)).isTrue();
        awaitCarriers(carriers);
    }

    private void awaitCarriers(int carriers) {
        await().atMost(Deadline.GENEROUS)
                .untilAsserted(() -> assertThat(scheduler.getParallelism()).isEqualTo(carriers));
    }

    private static void initialize(byte[] type) {
        try {
            MethodHandles.lookup().defineHiddenClass(type, true);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytesOfHeld() throws IOException {
        try (InputStream in = CarrierWatchTests.class.getResourceAsStream("CarrierWatchTests$Held.class")) {
            return in.readAllBytes();
        }
    }

    static void holdOn() {
        STUCK.release();
        try {
            RELEASED.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Defined anew for each carrier, so that each has a class to initialize. */
    static final class Held {

        static {
            holdOn();
        }
    }
}
