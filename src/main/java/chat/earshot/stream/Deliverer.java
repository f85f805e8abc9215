package chat.earshot.stream;

import chat.earshot.event.Room;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that brings what was just said to its share of the subscribers. It never waits for a reader or for the disk:
 * whoever needs that goes on with a thread of its own.
 */
final class Deliverer {

    private static final Logger LOG = LoggerFactory.getLogger(Deliverer.class);

    /**
     * How many subscribers are visited before whoever else waits for the processor gets it: the request whose answer is ready, the
     * reader on the same machine. Otherwise they would wait for the whole room.
     */
    private static final int AT_A_STRETCH = 64;

    private final EmitterRegistry registry;
    private final Supplier<Source> source;
    private final int lane;
    private final Thread thread;

    /** The rooms to go through, each at most once, so it never holds more than there are rooms with subscribers. */
    private final BlockingQueue<Room> rooms = new LinkedBlockingQueue<>();

    /** The same rooms. A room is put in before it is queued and taken out before its head is read. */
    private final Set<Room> queued = ConcurrentHashMap.newKeySet();

    Deliverer(EmitterRegistry registry, Supplier<Source> source, int lane) {
        this.registry = registry;
        this.source = source;
        this.lane = lane;
        this.thread = Thread.ofPlatform().name("deliverer-" + lane).daemon().unstarted(this::run);
    }

    /** Has it go through its share of the room, soon. Any thread; returns at once. */
    void visit(Room room) {
        if (!registry.lane(room, lane).isEmpty() && queued.add(room)) {
            rooms.add(room);
        }
    }

    void start() {
        thread.start();
    }

    void stop() {
        thread.interrupt();
    }

    boolean isRunning() {
        return thread.isAlive();
    }

    private void deliver(Room room) {
        try {
            Pass pass = Pass.of(room, source.get());
            int visited = 0;
            for (Subscriber subscriber : registry.lane(room, lane)) {
                subscriber.deliver(pass);
                if (++visited % AT_A_STRETCH == 0) {
                    Thread.yield();
                }
            }
        } catch (RuntimeException | LinkageError | AssertionError e) { // else nobody would hear anything again
            LOG.error("A room could not be gone through.", e);
        }
    }

    private void run() {
        try {
            while (true) {
                Room room = rooms.take();
                queued.remove(room);
                deliver(room);
            }
        } catch (InterruptedException e) {
            // stopped
        }
    }
}
