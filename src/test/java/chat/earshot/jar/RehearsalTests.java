package chat.earshot.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The part of bin/aot that hangs on what Earshot prints and answers: the process whose AOT cache is recorded. The rest is
 * Maven's and Spring's, and would build Earshot once more.
 */
@Tag("jar")
class RehearsalTests {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Path JAR = Path.of(System.getProperty("earshot.jar", "target/earshot.jar"));
    private static final Path REHEARSAL = Path.of("bin", "Rehearsal.java");
    private static final int MINUTES = 2;

    @TempDir
    private Path made;

    @Test
    void recordsACacheThatTheJvmTakesAndLeavesNothingBehind() throws IOException, InterruptedException {
        Path cache = made.resolve("earshot.aot");
        Path program = made.resolve("earshot.jar");
        Path temporary = Files.createDirectory(made.resolve("temporary"));
        java("-Djarmode=tools", "-jar", JAR, "extract", "--destination", made, "--force");

        java("-Djava.io.tmpdir=" + temporary, REHEARSAL, JAVA, "-XX:AOTCacheOutput=" + cache, "-jar", program);

        assertThat(temporary).isEmptyDirectory();
        String data = "--earshot.data-dir=" + made.resolve("data");
        // With this mode a JVM that cannot use its cache ends with an error.
        java("-XX:AOTMode=on", "-XX:AOTCache=" + cache, "-Dspring.context.exit=onRefresh", "-jar", program, data);
    }

    /** Runs Java to its end, which must be a good one. */
    private void java(Object... words) throws IOException, InterruptedException {
        Path output = made.resolve("output");
        Process process = new ProcessBuilder(Stream.concat(Stream.of(JAVA), Arrays.stream(words))
                        .map(Object::toString)
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
