package earshot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The JDK's ahead-of-time cache of classes and profiles, where one was made for the jar. */
final class AotCache {

    private AotCache() {}

    static List<String> command(Earshot earshot, int port, Path directory) throws IOException {
        if (!Files.exists(Project.AOT_CACHE)) {
            throw new IOException("there is no AOT cache in target/");
        }
        return earshot.command(port, directory, List.of("-XX:AOTCache=" + Project.AOT_CACHE));
    }
}
