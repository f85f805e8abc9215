package earshot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A command that is run to its end. */
final class Command {

    private Command() {}

    /** What it prints, errors too; empty when it cannot be run. */
    static String output(String... command) {
        try {
            Process process = Children.start(new ProcessBuilder(command).redirectErrorStream(true));
            String printed = new String(process.getInputStream().readAllBytes()).strip();
            Children.stop(process);
            return printed;
        } catch (IOException e) {
            return "";
        }
    }

    /** Runs it with its output on ours; it must succeed. */
    static void mustSucceed(Path directory, String... command) throws IOException, InterruptedException {
        System.out.println("running " + String.join(" ", command));
        var builder = new ProcessBuilder(command).directory(directory.toFile());
        Process process = Children.start(builder.redirectErrorStream(true).redirectOutput(Project.target("logs").resolve("build.log").toFile()));
        int code = process.waitFor();
        Children.stop(process);
        if (code != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + code + "; see bench/target/logs/build.log");
        }
    }

    static Optional<String> onPath(String name, String... elsewhere) {
        Stream<String> directories = Stream.of(System.getenv("PATH").split(":"), elsewhere).flatMap(Stream::of);
        return directories.map(directory -> Path.of(directory, name)).filter(Files::isExecutable).map(Path::toString).findFirst();
    }

    static Optional<Path> firstThatExists(List<String> paths) {
        return paths.stream().map(Path::of).filter(Files::exists).findFirst();
    }
}
