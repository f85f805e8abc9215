package chat.earshot.jar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Starts the packaged jar, whose path is the system property {@code earshot.jar}, with the documented command line. When it
 * is closed, every process it has started is ended and the folder that they lived in removed; when the tests themselves are
 * told to end, the processes at least. One thread.
 */
final class JarServers implements AutoCloseable {

    private static final Path JAR =
            Path.of(System.getProperty("earshot.jar", "target/earshot.jar")).toAbsolutePath();

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    static final List<String> FLAGS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+IgnoreUnrecognizedVMOptions", // so that an older Java gets as far as to say that it is too old
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+UseTransparentHugePages", // and the documented heap, but that a test may choose a smaller one
            "-XX:TieredStopAtLevel=1"); // not documented: it starts a third sooner

    /** What would configure the process behind the test's back. */
    private static final List<String> FOREIGN =
            List.of("EARSHOT_", "SERVER_", "SPRING_", "LOGGING_", "JAVA_", "JDK_", "MANAGEMENT_");

    private final Path root;
    private final Map<String, String> environment;
    private final List<JarProcess> started = new CopyOnWriteArrayList<>();

    JarServers() {
        this(Map.of());
    }

    /** @param environment of each process, beside the machine's own: settings, and flags under JAVA_TOOL_OPTIONS */
    JarServers(Map<String, String> environment) {
        this.environment = environment;
        Runtime.getRuntime().addShutdownHook(new Thread(() -> started.forEach(JarProcess::kill9)));
        try {
            root = Files.createTempDirectory("earshot-jar-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A path in a folder that nobody else uses; nothing is there yet. */
    Path path(String name) {
        return root.resolve(name);
    }

    /** An open server on any free port. */
    JarServer start(Path data) {
        return start(data, 0);
    }

    /** The same directory and port again, once the process is gone. */
    JarServer startAgain(JarServer ended) {
        ended.process().awaitExit();
        return start(ended.data(), ended.port());
    }

    JarServer start(Path data, int port) {
        return JarServer.of(run(arguments(data, port)), data);
    }

    /** An open server that may have so few files and sockets open at a time. */
    JarServer startWithDescriptors(int count, Path data, String... more) {
        String limit = "ulimit -n " + count + " && exec \"$@\"";
        Stream<String> shell = Stream.of("sh", "-c", limit, "sh");
        Stream<String> arguments = Stream.concat(Stream.of(arguments(data, 0)), Stream.of(more));
        List<String> command = Stream.concat(shell, command(JAVA, arguments)).toList();
        return JarServer.of(run(command, Map.of()), data);
    }

    private static String[] arguments(Path data, int port) {
        return new String[] {
            "--server.port=" + port,
            "--earshot.data-dir=" + data,
            "--earshot.limits.streams-per-address=0", // all the clients of a test come from one address
            "--earshot.limits.posts-per-second=0"
        };
    }

    /** Only starts it, with these arguments after the jar. */
    JarProcess run(String... arguments) {
        return run(environment, arguments);
    }

    JarProcess run(Map<String, String> environment, String... arguments) {
        return run(JAVA, environment, arguments);
    }

    /** On another Java. */
    JarProcess run(Path java, Map<String, String> environment, String... arguments) {
        return run(command(java, Stream.of(arguments)).toList(), environment);
    }

    private JarProcess run(List<String> words, Map<String, String> environment) {
        ProcessBuilder command = new ProcessBuilder(words);
        command.environment().keySet().removeIf(name -> FOREIGN.stream().anyMatch(name::startsWith));
        command.environment().putAll(environment);
        JarProcess process = JarProcess.start(command.directory(root.toFile()));
        started.add(process);
        return process;
    }

    private Stream<String> command(Path java, Stream<String> arguments) {
        Stream<String> jar = Stream.of("-Djava.io.tmpdir=" + root, "-jar", JAR.toString());
        return Stream.of(Stream.of(java.toString()), FLAGS.stream(), jar, arguments)
                .flatMap(each -> each);
    }

    /** What all of them have said until now, one after the other. */
    List<String> output() {
        return started.stream().flatMap(process -> process.said().stream()).toList();
    }

    @Override
    public void close() {
        started.forEach(JarProcess::kill9);
        started.forEach(JarProcess::awaitExit);
        try {
            FileSystemUtils.deleteRecursively(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
