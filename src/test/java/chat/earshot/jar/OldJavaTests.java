package chat.earshot.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The jar on a Java that can start it but not run it. */
@Tag("jar")
class OldJavaTests {

    private static final Pattern VERSION = Pattern.compile("(?m)^JAVA_VERSION=\"([0-9]+)");

    private static final List<Path> PLACES = List.of(
            Path.of("/usr/lib/jvm"),
            Path.of("/Library/Java/JavaVirtualMachines"),
            Path.of(System.getProperty("user.home"), ".sdkman/candidates/java"),
            Path.of(System.getProperty("user.home"), ".jdks"));

    @AutoClose
    private final JarServers jar = new JarServers();

    @Test
    void saysInOneLineWhichJavaItNeeds() {
        Optional<Path> home = PLACES.stream().flatMap(OldJavaTests::homes).findFirst();
        assumeTrue(home.isPresent(), () -> "No Java 17 to 24 is installed in any of " + PLACES);

        JarProcess process = jar.run(home.get().resolve("bin/java"), Map.of());

        assertThat(process.awaitOutput())
                .singleElement()
                .asString()
                .matches("Earshot needs Java 25 or newer; this is " + version(home.get()) + "\\. Install .*");
        assertThat(process.awaitExit().code()).isEqualTo(1);
    }

    private static Stream<Path> homes(Path place) {
        try (Stream<Path> children = Files.isDirectory(place) ? Files.list(place) : Stream.empty()) {
            return children
                    .flatMap(child -> Stream.of(child, child.resolve("Contents/Home")))
                    .filter(home -> Files.isExecutable(home.resolve("bin/java")))
                    .filter(home -> version(home) >= 17 && version(home) < 25)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 0 where it does not say. */
    private static int version(Path home) {
        try {
            Path release = home.resolve("release");
            Matcher version = VERSION.matcher(Files.exists(release) ? Files.readString(release) : "");
            return version.find() ? Integer.parseInt(version.group(1)) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
