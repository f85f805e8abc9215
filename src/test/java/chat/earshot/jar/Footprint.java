package chat.earshot.jar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a process holds, as Linux counts it.
 *
 * @param threads but for those of Jetty's pool, which has a bound and lets the idle ones go one a minute
 */
record Footprint(long descriptors, long threads) {

    /** Files that are opened when they are first needed; the JVM's own threads, which come and go. */
    private static final long SLACK = 16;

    static Footprint of(JarProcess process) {
        Path facts = Path.of("/proc", Long.toString(process.pid()));
        return new Footprint(
                count(facts.resolve("fd"), each -> true), count(facts.resolve("task"), task -> !isOfJetty(task)));
    }

    /** Whether it is about as small as another. */
    boolean isLike(Footprint other) {
        return descriptors <= other.descriptors + SLACK && threads <= other.threads + SLACK;
    }

    private static long count(Path directory, Predicate<Path> which) {
        try (Stream<Path> each = Files.list(directory)) {
            return each.filter(which).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOfJetty(Path task) {
        try {
            return Files.readString(task.resolve("comm")).startsWith("jetty-");
        } catch (IOException gone) {
            return true;
        }
    }
}
