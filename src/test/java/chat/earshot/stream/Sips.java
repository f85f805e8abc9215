package chat.earshot.stream;

import chat.earshot.testing.RawHttp;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads from each connection a byte ten times a second, whatever there is. */
final class Sips implements AutoCloseable {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());
    private final List<RawHttp> connections;
    private final AtomicInteger taken = new AtomicInteger();

    private Sips(List<RawHttp> connections) {
        this.connections = connections;
        timer.scheduleAtFixedRate(this::sip, 0, 100, TimeUnit.MILLISECONDS);
    }

    static Sips of(List<RawHttp> connections) {
        return new Sips(connections);
    }

    int taken() {
        return taken.get();
    }

    @Override
    public void close() {
        timer.close();
    }

    private void sip() {
        for (RawHttp connection : connections) {
            connection.readBytes(1);
            taken.incrementAndGet();
        }
    }
}
