package chat.earshot.jar;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Those who speak and listen at the same time, a virtual thread each. Any thread. */
final class Crowd implements AutoCloseable {

    private static final long MOST_SECONDS = 60;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<CompletableFuture<Void>> all = new CopyOnWriteArrayList<>();

    void run(Runnable one) {
        all.add(CompletableFuture.runAsync(one, threads));
    }

    /** Waits until each has come to its end; fails where one failed. */
    void await() {
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .orTimeout(MOST_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** Fails where one of them has failed until now. */
    void check() {
        all.stream().filter(CompletableFuture::isCompletedExceptionally).forEach(CompletableFuture::join);
    }

    /** What has gone wrong until now. */
    String failures() {
        return all.stream()
                .filter(CompletableFuture::isCompletedExceptionally)
                .map(CompletableFuture::exceptionNow)
                .toList()
                .toString();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
