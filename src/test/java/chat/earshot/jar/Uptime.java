package chat.earshot.jar;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Whether there is a server, so that nobody knocks in vain while it starts; or whether a reader reads. Any thread. */
final class Uptime {

    private static final long MOST_SECONDS = 120;

    private volatile CompletableFuture<Void> up = CompletableFuture.completedFuture(null);

    /** To be said before the server goes. */
    void down() {
        up = new CompletableFuture<>();
    }

    void up() {
        up.complete(null);
    }

    boolean isUp() {
        return up.isDone();
    }

    void await() {
        up.copy().orTimeout(MOST_SECONDS, TimeUnit.SECONDS).join();
    }
}
