package earshot.bench;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The processes started here. None of them outlives the benchmark, also when it is broken off with Ctrl-C. */
final class Children {

    private static final int GRACE_SECONDS = 10;

    private static final Object lock = new Object();
    /** Guarded by {@code lock}. */
    private static final Set<Process> running = new HashSet<>();
    /** Guarded by {@code lock}. */
    private static boolean leaving;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Children::stopAll));
    }

    private Children() {}

    static Process start(ProcessBuilder builder) throws IOException {
        synchronized (lock) {
            if (leaving) {
                throw new IOException("the benchmark is being stopped");
            }
            Process process = builder.start();
            running.add(process);
            return process;
        }
    }

    /** Asks it to end; after 10 s ends it, and what it has started itself. */
    static void stop(Process process) {
        List<ProcessHandle> offspring = process.descendants().toList();
        process.destroy();
        if (!hasEnded(process)) {
            process.destroyForcibly();
        }
        offspring.forEach(ProcessHandle::destroyForcibly);
        synchronized (lock) {
            running.remove(process);
        }
    }

    private static boolean hasEnded(Process process) {
        try {
            return process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void stopAll() {
        Set<Process> left;
        synchronized (lock) {
            leaving = true;
            left = Set.copyOf(running);
        }
        left.parallelStream().forEach(Children::stop);
    }
}
