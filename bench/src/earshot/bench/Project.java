package earshot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Where things lie in the checkout. {@code bench/run} says where that is. */
final class Project {

    static final Path ROOT = Path.of(System.getProperty("earshot.root", "")).toAbsolutePath();
    static final Path BENCH = ROOT.resolve("bench");
    static final Path JAR = ROOT.resolve("target/earshot.jar");

    private Project() {}

    /** A folder of what a run leaves behind, made when missing; none of it is kept in git. */
    static Path target(String name) throws IOException {
        return Files.createDirectories(BENCH.resolve("target").resolve(name));
    }

    /** An empty folder, on the same file system for each peer. */
    static Path freshDirectory(String name) throws IOException {
        Path directory = target("data").resolve(name);
        delete(directory);
        return Files.createDirectory(directory);
    }

    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> all;
        try (var paths = Files.walk(directory)) {
            all = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
