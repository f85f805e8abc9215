package chat.earshot.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The flags that {@code spring-boot:run} starts with, those that the README gives, and those of the tests are the same. */
class ShippedFlagsTests {

    private static final Pattern SHIPPED = Pattern.compile("<earshot.jvm>(.*)</earshot.jvm>");

    private final List<String> shipped;

    ShippedFlagsTests() throws IOException {
        Matcher matcher = SHIPPED.matcher(Files.readString(Path.of("pom.xml")));
        assertThat(matcher.find()).isTrue();
        shipped = List.of(matcher.group(1).split(" "));
    }

    @Test
    void areInTheReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md")).replaceAll("\\s*\\\\\\n\\s*", " ");

        assertThat(readme).contains("java " + String.join(" ", shipped) + " -jar target/earshot.jar");
    }

    @Test
    void areWhatTheTestsStartWith() {
        Stream<String> butForTheHeap = shipped.stream().filter(flag -> !flag.startsWith("-Xmx"));

        assertThat(JarServers.FLAGS).containsAll(butForTheHeap.toList());
    }

    @Test
    void endAProcessThatIsOutOfMemory() {
        assertThat(shipped).contains("-XX:+ExitOnOutOfMemoryError");
    }
}
