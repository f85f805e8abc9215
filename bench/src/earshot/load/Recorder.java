package earshot.load;

import java.util.List;
import java.util.concurrent.Semaphore;

/** What one reader counts over all its subscribers. Written by its thread; the totals are published after each round for others to see. */
final class Recorder {
    private final Span[] spans;
    private final Histogram[] latencies;
    private final Semaphore connecting;

    private long now;
    private long heard;
    private int opened;
    private int ended;
    private long openedAt;
    private long heardAt;

    private volatile long publishedHeard;
    private volatile int publishedOpened;
    private volatile int publishedEnded;
    private volatile long publishedOpenedAt;
    private volatile long publishedHeardAt;

    Recorder(List<Span> spans, Semaphore connecting) {
        this.spans = spans.toArray(Span[]::new);
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
        heardAt = now;
        for (int i = 0; i < latencies.length; i++) {
            if (spans[i].holds(sentAt)) {
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
        publishedHeardAt = heardAt;
        publishedHeard = heard;
        publishedEnded = ended;
        publishedOpenedAt = openedAt;
        publishedOpened = opened;
    }

    long heard() {
        return publishedHeard;
    }

    /** When the last message came. */
    long heardAt() {
        return publishedHeardAt;
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
