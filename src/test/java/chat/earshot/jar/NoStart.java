package chat.earshot.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

/** What a start that fails looks like. */
final class NoStart {

    private static final Duration MOST = Duration.ofSeconds(10);

    private NoStart() {}

    /** It ends soon and with an error, and has printed one plain line that holds all of these. */
    static void assertRefused(JarProcess process, String... parts) {
        JarProcess.Exit exit = process.awaitExit();
        List<String> output = process.awaitOutput();
        assertThat(output)
                .singleElement()
                .asString()
                .startsWith("Earshot did not start: ")
                .contains(parts);
        assertThat(exit.code()).isPositive().isNotEqualTo(143);
        assertThat(exit.after()).isLessThan(MOST);
    }
}
