package chat.earshot.stream;

import chat.earshot.event.Room;
import chat.earshot.log.HeadFollower;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Wakes the subscribers of rooms whose head has moved, on a thread of its own, so that the log's writer never does. */
@Component
class Waker implements HeadFollower, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Waker.class);

    private final EmitterRegistry registry;

    /** The rooms to wake, each at most once, so it never holds more than there are rooms with subscribers. */
    private final BlockingQueue<Room> rooms = new LinkedBlockingQueue<>();

    /** The same rooms. A room is put in before it is queued and taken out before its subscribers are woken. */
    private final Set<Room> queued = ConcurrentHashMap.newKeySet();

    private final Thread thread = Thread.ofPlatform().name("waker").daemon().unstarted(this::run);

    Waker(EmitterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void headMoved(Room room) {
        if (registry.count(room) > 0 && queued.add(room)) {
            rooms.add(room);
        }
    }

    @Override
    public void start() {
        thread.start();
    }

    /** Ends with the process: the log's writer may have news until its last moment. */
    @Override
    public void stop() {
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }

    private void wake(Room room) {
        try {
            registry.forEach(room, Subscriber::wake);
        } catch (RuntimeException e) { // else nobody would be woken again
            LOG.error("A room could not be woken.", e);
        }
    }

    private void run() {
        try {
            while (true) {
                Room room = rooms.take();
                queued.remove(room);
                wake(room);
            }
        } catch (InterruptedException e) {
            // stopped
        }
    }
}
