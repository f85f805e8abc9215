package chat.earshot.jar;

import chat.earshot.testing.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process of the jar and what it prints, both outputs together. Any thread may call anything. What waits does so for at
 * most {@link Deadline#GENEROUS} and fails with all that was printed.
 */
final class JarProcess {

    /** @param after since the signal, or since the start where there was none */
    record Exit(int code, Duration after) {}

    private final Process process;
    private final CompletableFuture<Long> exited; // when, by System.nanoTime
    private volatile long signalled = System.nanoTime();

    private final List<String> output = new ArrayList<>(); // guarded by this, as is all below
    private boolean silent;

    private JarProcess(Process process) {
        this.process = process;
        this.exited = process.onExit().thenApply(gone -> System.nanoTime());
    }

    static JarProcess start(ProcessBuilder command) {
        try {
            JarProcess started =
                    new JarProcess(command.redirectErrorStream(true).start());
            Thread.ofVirtual().name("output").start(started::read);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first line printed that holds this. */
    synchronized String awaitLine(String part) {
        Deadline deadline = Deadline.generous();
        Optional<String> line = find(part);
        while (line.isEmpty()) {
            if (silent || deadline.isOver()) {
                throw new AssertionError("It never said \"" + part + "\", but:\n" + String.join("\n", output));
            }
            await(deadline);
            line = find(part);
        }
        return line.get();
    }

    /** Waits until it is gone and says all it has printed. */
    synchronized List<String> awaitOutput() {
        Deadline deadline = Deadline.generous();
        while (!silent) {
            if (deadline.isOver()) {
                throw new AssertionError("It still runs; it said:\n" + String.join("\n", output));
            }
            await(deadline);
        }
        return List.copyOf(output);
    }

    /** What it has printed until now. */
    synchronized List<String> said() {
        return List.copyOf(output);
    }

    /** The processor time it has used until now. */
    Duration busy() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** SIGTERM; {@link #awaitExit} waits for what comes of it. */
    void terminate() {
        signalled = System.nanoTime();
        process.destroy();
    }

    /** SIGKILL, at once. */
    void kill9() {
        signalled = System.nanoTime();
        process.destroyForcibly();
    }

    Exit awaitExit() {
        try {
            long at = exited.get(Deadline.GENEROUS.toNanos(), TimeUnit.NANOSECONDS);
            return new Exit(process.exitValue(), Duration.ofNanos(at - signalled));
        } catch (TimeoutException | ExecutionException e) {
            throw new AssertionError("It did not end; it said:\n" + String.join("\n", said()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting", e);
        }
    }

    private Optional<String> find(String part) {
        return output.stream().filter(line -> line.contains(part)).findFirst();
    }

    private void await(Deadline deadline) {
        try {
            TimeUnit.NANOSECONDS.timedWait(this, deadline.nanosLeft());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting", e);
        }
    }

    private void read() {
        try (var lines = process.inputReader()) {
            lines.lines().forEach(this::add);
        } catch (IOException | UncheckedIOException e) {
            add("(the output broke: " + e + ")");
        } finally {
            end();
        }
    }

    private synchronized void add(String line) {
        output.add(line);
        notifyAll();
    }

    private synchronized void end() {
        silent = true;
        notifyAll();
    }
}
