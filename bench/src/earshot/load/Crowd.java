package earshot.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** All subscribers and the readers that share them. */
final class Crowd {
    /**
     * Linux gives one address 28,000 ports to connect from, and first only the even ones: past 14,000 each connect looks through all of
     * those that are taken, and that search would be what is measured.
     */
    private static final int PORTS_OF_ONE_ADDRESS = 10_000;

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

    /** Opens the subscribers, spread evenly over the rooms, and returns after how many milliseconds the last was open. */
    double openGradually(int subscribers, int publishers, double slow) throws InterruptedException {
        size = subscribers;
        long begun = System.nanoTime();
        readers.forEach(Reader::start);
        for (int i = 0; i < subscribers; i++) {
            if (!connecting.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("no stream opened for " + PATIENCE_SECONDS + " s; open: " + opened());
            }
            admit(i, publishers, isSlow(i, slow));
            reader(i).wake();
        }
        return awaitOpen(begun);
    }

    /** The same, but the readers first find all of them waiting. */
    double openAtOnce(int subscribers, int publishers) throws InterruptedException {
        size = subscribers;
        for (int i = 0; i < subscribers; i++) {
            admit(i, publishers, false);
        }
        long begun = System.nanoTime();
        readers.forEach(reader -> {
            reader.start();
            reader.wake();
        });
        return awaitOpen(begun);
    }

    /** Counted room after room, so that each room has its part of the slow ones. */
    private boolean isSlow(int index, double part) {
        int rooms = listening.length;
        long place = (long) index % rooms * Math.ceilDiv(size, rooms) + index / rooms;
        return Math.floor((place + 1) * part) > Math.floor(place * part);
    }

    private void admit(int index, int publishers, boolean slow) {
        int room = index % listening.length;
        listening[room] += slow ? 0 : 1;
        Reader reader = reader(index);
        reader.admit(new Subscriber(subscription, room, slow, new Tally(publishers), reader.recorder), source(index));
    }

    private Reader reader(int index) {
        return readers.get(index % readers.size());
    }

    private InetSocketAddress source(int index) {
        return size <= PORTS_OF_ONE_ADDRESS
                ? null
                : new InetSocketAddress("127.0.0." + (2 + index / PORTS_OF_ONE_ADDRESS), 0);
    }

    private double awaitOpen(long begun) throws InterruptedException {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (opened() + ended() < size) {
            if (System.nanoTime() > patience) {
                throw new IllegalStateException("of " + size + " streams only " + opened() + " have opened");
            }
            Thread.sleep(1);
        }
        long last = readers.stream().mapToLong(reader -> reader.recorder.openedAt()).max().orElse(begun);
        return Math.max(0, last - begun) / 1e6;
    }

    /** A stream that is missing from the start would make every figure wrong. */
    void requireAll() {
        if (ended() > 0) {
            throw new IllegalStateException(ended() + " streams were refused or ended at once");
        }
    }

    void awaitHeard(long messages, long patienceNanos) throws InterruptedException {
        long until = System.nanoTime() + patienceNanos;
        while (heard() < messages && System.nanoTime() - until < 0) {
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

    long heardAt() {
        return readers.stream().mapToLong(reader -> reader.recorder.heardAt()).max().orElseThrow();
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
