package earshot.load;

import java.util.concurrent.TimeUnit;

/** Waiting in seconds, as the options say it. */
final class Clock {
    /** For threads to be up before the first message is due. */
    static final long A_MOMENT = TimeUnit.MILLISECONDS.toNanos(100);

    private Clock() {}

    static void sleep(double seconds) throws InterruptedException {
        Thread.sleep(Math.round(seconds * 1_000));
    }
}
