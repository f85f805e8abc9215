package earshot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Earshot as {@code bin/aot} makes it: with the JDK's cache of classes. */
final class AotCache {

    private static final Path START = Project.ROOT.resolve("target/aot/earshot");

    private AotCache() {}

    /** What starts it; made here when it is missing or older than the jar. */
    static List<String> command(int port, Path directory) throws IOException, InterruptedException {
        if (!isFresh()) {
            Command.mustSucceed(Project.ROOT, Project.ROOT.resolve("bin/aot").toString());
        }
        List<String> command = new ArrayList<>(List.of(START.toString()));
        command.addAll(Earshot.settings(port, directory));
        return command;
    }

    private static boolean isFresh() throws IOException {
        return Files.exists(START) && Files.getLastModifiedTime(START).compareTo(Files.getLastModifiedTime(Project.JAR)) >= 0;
    }
}
