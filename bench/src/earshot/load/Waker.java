package earshot.load;

import java.io.IOException;

/**
 * Speaks to the rooms of a server that answers a subscriber only with the first event (Spring's SseEmitter on Tomcat does), again and
 * again until its streams are open: without that nobody could know when they are. Its texts have no marker, so nothing counts them.
 */
final class Waker implements Runnable, AutoCloseable {
    private static final long BETWEEN_ROUNDS_MILLIS = 250;

    private final Options options;
    private final String[] rooms;
    private final Thread thread = new Thread(this, "waker");
    private volatile boolean stopped;

    Waker(Options options, String[] rooms) {
        this.options = options;
        this.rooms = rooms;
        if (options.dialect.opening == Dialect.Opening.FIRST_EVENT) {
            thread.start();
        }
    }

    @Override
    public void run() {
        try (Speaker speaker = new Speaker(options.target, new PostTemplate(options, rooms))) {
            while (!stopped) {
                for (int room = 0; room < rooms.length && !stopped; room++) {
                    speaker.sayNothing(room);
                }
                Thread.sleep(BETWEEN_ROUNDS_MILLIS);
            }
        } catch (IOException | InterruptedException e) {
            Load.fail(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        thread.join();
    }
}
