package earshot.load;

import java.util.List;
import java.util.concurrent.Semaphore;

/** What one reader counts over all its subscribers. Written by its thread; the totals are published after each round for others to see. */
final class Recorder {
    private final List<Span> spans;
    private final Histogram[] latencies;
    private final Semaphore connecting;

    private long now;
    private long heard;
    private int opened;
    private int ended;
    private long openedAt;

    private volatile long publishedHeard;
    private volatile int publishedOpened;
    private volatile int publishedEnded;
    private volatile long publishedOpenedAt;

    Recorder(List<Span> spans, Semaphore connecting) {
        this.spans = spans;
        this.connecting = connecting;
        latencies = new Histogram[spans.size()];
        for (int i = 0; i < latencies.length; i++) {
            latencies[i] = new Histogram();
        }
    }

    /** One look at the clock for all that one read brought. */
    void bytesCame() {
        now = System.nanoTime();
    }

    void streamOpened() {
        opened++;
        openedAt = now;
        connecting.release();
    }

    void heard(long sentAt) {
        heard++;
        for (int i = 0; i < latencies.length; i++) {
            if (spans.get(i).holds(sentAt)) {
                latencies[i].record(now - sentAt);
            }
        }
    }

    void streamEnded(boolean beforeItOpened) {
        ended++;
        if (beforeItOpened) {
            connecting.release();
        }
    }

    void publish() {
        publishedHeard = heard;
        publishedEnded = ended;
        publishedOpenedAt = openedAt;
        publishedOpened = opened;
    }

    long heard() {
        return publishedHeard;
    }

    int opened() {
        return publishedOpened;
    }

    int ended() {
        return publishedEnded;
    }

    /** When the last of the subscribers that are open was. */
    long openedAt() {
        return publishedOpenedAt;
    }

    Histogram latency(int span) {
        return latencies[span];
    }
}
