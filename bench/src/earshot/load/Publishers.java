package earshot.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The thread that speaks for all publishers. They take the rooms in turn. */
final class Publishers implements Runnable {
    private static final long MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);

    /** A selector only waits whole milliseconds; what is left is slept in slices, with a look at the sockets between. */
    private static final long SLICE = TimeUnit.MICROSECONDS.toNanos(100);

    private static final long BEFORE_CONNECTING_AGAIN = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long PATIENCE_FOR_ANSWERS = TimeUnit.SECONDS.toNanos(10);

    private final PostTemplate template;
    private final Ledger ledger;
    private final Span span;
    private final Pace pace;
    private final int rooms;
    private final List<Publisher> publishers = new ArrayList<>();
    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(16 * 1024).order(ByteOrder.LITTLE_ENDIAN);
    private final Thread thread = new Thread(this, "publishers");
    private final BusyTime busy = new BusyTime();
    private final Histogram answered = new Histogram();
    private final Complaint complaint = new Complaint();
    private long turns;
    private long connectAgainAt;
    private volatile long posts;
    private volatile long refused;
    private volatile long stopAt = Long.MAX_VALUE;

    Publishers(Options options, String[] rooms, int count, Pace pace, Ledger ledger, Span span) throws IOException {
        template = new PostTemplate(options, rooms);
        this.rooms = rooms.length;
        this.pace = pace;
        this.ledger = ledger;
        this.span = span;
        for (int i = 0; i < count; i++) {
            publishers.add(new Publisher(i, options.target, template.longest()));
        }
    }

    void start() {
        thread.start();
    }

    /** Ends when what is under way has been answered. */
    void stop() throws InterruptedException {
        stopAt = System.nanoTime();
        selector.wakeup();
        thread.join();
    }

    @Override
    public void run() {
        try {
            while (System.nanoTime() - stopAt < 0) {
                long wait = sendWhatIsDue();
                busy.rest();
                pause(wait);
                busy.rest();
            }
            awaitAnswers();
            for (Publisher publisher : publishers) {
                publisher.close();
            }
            selector.close();
        } catch (IOException e) {
            Load.fail(e);
        }
    }

    /** Returns how long nothing more is due. */
    private long sendWhatIsDue() throws IOException {
        long now = System.nanoTime();
        long wait = 100 * MILLISECOND;
        for (Publisher publisher : publishers) {
            if (publisher.closed()) {
                wait = Math.min(wait, connect(publisher, now));
            } else if (publisher.idle()) {
                wait = Math.min(wait, sendIfDue(publisher, now));
            }
        }
        return wait;
    }

    private long connect(Publisher publisher, long now) throws IOException {
        if (now - connectAgainAt < 0) {
            return connectAgainAt - now;
        }
        publisher.connect(selector);
        return 0;
    }

    private long sendIfDue(Publisher publisher, long now) throws IOException {
        long due = pace.due(publisher.index, publisher.begun(), now);
        if (due - now > 0) {
            return due - now;
        }
        busy.work();
        int room = (int) (turns++ % rooms);
        try {
            publisher.send(template, room, ledger.take(publisher.index, room), due);
        } catch (IOException e) {
            lose(publisher, e);
        }
        return Long.MAX_VALUE;
    }

    private void pause(long wait) throws IOException {
        if (wait >= 2 * MILLISECOND) {
            selector.select(this::ready, wait / MILLISECOND - 1);
        } else if (selector.selectNow(this::ready) == 0 && wait > 0) {
            LockSupport.parkNanos(Math.min(wait, SLICE));
        }
    }

    private void awaitAnswers() throws IOException {
        long patience = stopAt + PATIENCE_FOR_ANSWERS;
        while (publishers.stream().anyMatch(Publisher::awaiting) && System.nanoTime() - patience < 0) {
            selector.select(this::ready, 10);
        }
        for (Publisher publisher : publishers) {
            if (publisher.awaiting()) {
                refuse(publisher);
            }
        }
    }

    private void ready(SelectionKey key) {
        busy.work();
        Publisher publisher = (Publisher) key.attachment();
        try {
            if (publisher.ready(buffer)) {
                answered(publisher);
            }
        } catch (IOException e) {
            lose(publisher, e);
        }
    }

    private void answered(Publisher publisher) throws IOException {
        long now = System.nanoTime();
        if (publisher.answer().accepted()) {
            ledger.accept(publisher.room());
            posts++;
            if (span.holds(publisher.due())) {
                answered.record(now - publisher.due());
            }
        } else {
            complaint.say("a POST was answered " + publisher.answer().status());
            refuse(publisher);
        }
        if (publisher.answer().closes()) {
            publisher.close();
        }
    }

    private void lose(Publisher publisher, IOException why) {
        if (publisher.awaiting()) {
            complaint.say(why.toString());
            refuse(publisher);
        }
        connectAgainAt = System.nanoTime() + BEFORE_CONNECTING_AGAIN;
        try {
            publisher.close();
        } catch (IOException e) {
            Load.fail(e);
        }
    }

    private void refuse(Publisher publisher) {
        refused++;
        ledger.doubt(publisher.index, publisher.room(), publisher.number());
    }

    long posts() {
        return posts;
    }

    long refused() {
        return refused;
    }

    BusyTime busy() {
        return busy;
    }

    /** From due to answered, of the messages of the span; only after {@link #stop}. */
    Histogram answers() {
        return answered;
    }
}
