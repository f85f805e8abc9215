package earshot.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** All subscribers and the readers that share them. */
final class Crowd {
    /** One address has 28,000 ports to connect from on Linux; this leaves room for the ports of runs just before. */
    private static final int PORTS_OF_ONE_ADDRESS = 20_000;

    private static final long PATIENCE_SECONDS = 60;

    private final Subscription subscription;
    private final List<Reader> readers = new ArrayList<>();
    private final Semaphore connecting;
    private final int[] listening;
    private int size;

    Crowd(Subscription subscription, int readers, List<Span> spans, int connectingAtOnce) throws IOException {
        this.subscription = subscription;
        listening = new int[subscription.rooms()];
        connecting = new Semaphore(connectingAtOnce);
        for (int i = 0; i < readers; i++) {
            this.readers.add(new Reader(new Recorder(spans, connecting)));
        }
    }

    /** Opens the subscribers, spread evenly over the rooms, and returns after how long the last was open. */
    double open(int subscribers, int publishers, double slow) throws InterruptedException {
        size = subscribers;
        long begun = System.nanoTime();
        readers.forEach(Reader::start);
        for (int i = 0; i < subscribers; i++) {
            if (!connecting.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("no stream has opened for " + PATIENCE_SECONDS + " s; open: " + opened());
            }
            Reader reader = readers.get(i % readers.size());
            boolean isSlow = Math.floor((i + 1) * slow) > Math.floor(i * slow);
            int room = i % listening.length;
            listening[room] += isSlow ? 0 : 1;
            Tally tally = new Tally(publishers);
            reader.admit(new Subscriber(subscription, room, isSlow, tally, reader.recorder), source(i));
        }
        awaitOpen();
        return (readers.stream().mapToLong(reader -> reader.recorder.openedAt()).max().orElse(begun) - begun) / 1e6;
    }

    private InetSocketAddress source(int index) {
        return size <= PORTS_OF_ONE_ADDRESS
                ? null
                : new InetSocketAddress("127.0.0." + (2 + index / PORTS_OF_ONE_ADDRESS), 0);
    }

    private void awaitOpen() throws InterruptedException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (opened() + ended() < size) {
            if (System.nanoTime() > patience) {
                throw new IllegalStateException("of " + size + " streams only " + opened() + " have opened");
            }
            Thread.sleep(1);
        }
    }

    int opened() {
        return readers.stream().mapToInt(reader -> reader.recorder.opened()).sum();
    }

    int ended() {
        return readers.stream().mapToInt(reader -> reader.recorder.ended()).sum();
    }

    long heard() {
        return readers.stream().mapToLong(reader -> reader.recorder.heard()).sum();
    }

    List<BusyTime> busy() {
        return readers.stream().map(Reader::busy).toList();
    }

    Histogram latency(int span) {
        Histogram all = new Histogram();
        readers.forEach(reader -> all.add(reader.recorder.latency(span)));
        return all;
    }

    void stop() throws InterruptedException {
        for (Reader reader : readers) {
            reader.stop();
        }
    }

    void close() throws IOException {
        for (Reader reader : readers) {
            reader.close();
        }
    }

    /** How many of a room's subscribers are not slow. */
    int listeningIn(int room) {
        return listening[room];
    }

    /** Those that read, that is without the slow ones; only after {@link #stop}. */
    List<Subscriber> listening() {
        return readers.stream().flatMap(reader -> reader.subscribers().stream()).filter(one -> !one.slow).toList();
    }
}
