package earshot.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** One thread that opens its share of the subscribers and reads what they are sent: one read for each readiness, into one buffer for all. */
final class Reader implements Runnable {
    private static final int BUFFER_BYTES = 64 * 1024;

    private record Newcomer(Subscriber subscriber, InetSocketAddress source) {}

    private final Selector selector;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final Queue<Newcomer> newcomers = new ConcurrentLinkedQueue<>();
    private final List<Subscriber> subscribers = new ArrayList<>();
    private final Thread thread = new Thread(this, "reader");
    private final BusyTime busy = new BusyTime();
    private final Complaint complaint = new Complaint();
    private volatile boolean stopped;

    final Recorder recorder;

    Reader(Recorder recorder) throws IOException {
        this.recorder = recorder;
        selector = Selector.open();
    }

    void start() {
        thread.start();
    }

    void admit(Subscriber subscriber, InetSocketAddress source) {
        newcomers.add(new Newcomer(subscriber, source));
    }

    void wake() {
        selector.wakeup();
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                selector.select(this::ready);
                connectNewcomers();
                recorder.publish();
                busy.rest();
            }
        } catch (IOException e) {
            Load.fail(e);
        }
    }

    private void ready(SelectionKey key) {
        busy.work();
        Subscriber subscriber = (Subscriber) key.attachment();
        try {
            subscriber.ready(buffer);
        } catch (IOException e) {
            lose(subscriber, e);
        }
    }

    private void connectNewcomers() {
        for (Newcomer next = newcomers.poll(); next != null; next = newcomers.poll()) {
            busy.work();
            subscribers.add(next.subscriber());
            try {
                next.subscriber().connect(selector, next.source());
            } catch (IOException e) {
                lose(next.subscriber(), e);
            }
        }
    }

    private void lose(Subscriber subscriber, IOException why) {
        complaint.say("a stream is lost: " + why);
        subscriber.close();
        recorder.streamEnded(!subscriber.opened());
    }

    BusyTime busy() {
        return busy;
    }

    void stop() throws InterruptedException {
        stopped = true;
        selector.wakeup();
        thread.join();
    }

    /** All that were ever admitted; only after {@link #stop}. */
    List<Subscriber> subscribers() {
        return subscribers;
    }

    void close() throws IOException {
        subscribers.forEach(Subscriber::close);
        selector.close();
    }
}
