package chat.earshot.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.earshot.testing.Checker;
import chat.earshot.testing.Deadline;
import chat.earshot.testing.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * Random faults under load for a long time; {@code soak/run} starts it. The system properties: {@code earshot.soak.minutes};
 * {@code earshot.soak.seed}, which chooses the faults and their order, though not the instants at which they meet a request;
 * and {@code earshot.soak.disk}, a small file system that may be filled, without which no disk is.
 */
@Tag("soak")
class SoakTests {

    private static final Duration TIME = Duration.ofMinutes(Integer.getInteger("earshot.soak.minutes", 60));
    private static final long SEED = Long.getLong("earshot.soak.seed", System.nanoTime());
    private static final Optional<Path> DISK =
            Optional.ofNullable(System.getProperty("earshot.soak.disk")).map(Path::of);

    /** What a failed run leaves. */
    private static final Path LEFT = Path.of("target", "soak");

    /** In which the place of a vanished reader is free again. */
    private static final Duration REST = Duration.ofSeconds(35);

    @AutoClose
    private final JarServers jar = new JarServers(Map.of(
            "JAVA_TOOL_OPTIONS", "-Xmx512m", // as documented
            "EARSHOT_STREAM_HEARTBEAT", "5s",
            "EARSHOT_LOG_RETAIN_EVENTS", "100000000")); // so that every gap is a fault

    private final Random random = new Random(SEED);
    private final History history = new History();
    private final Uptime uptime = new Uptime();
    private final Path disk = DISK.orElse(jar.path("disk"));
    private final Path data = disk.resolve("data");

    @Test
    void keepsItsPromisesThroughRandomFaults() throws Exception {
        say("seed %d, %d minutes%s", SEED, TIME.toMinutes(), DISK.isEmpty() ? ", and no disk to be filled" : "");
        FileSystemUtils.deleteRecursively(LEFT);
        try {
            JarServer last = endure(jar.start(data));
            assertThat(last.terminate().code()).isIn(0, 143);
            assertThat(integrity()).isEqualTo("ok");
            assertThat(jar.output()).noneMatch(line -> line.contains(" ERROR "));
            say("nothing found");
        } catch (Exception | AssertionError e) {
            keepWhatIsLeft();
            throw e;
        }
    }

    /** Gives the last of its processes, which then is at rest. */
    private JarServer endure(JarServer first) {
        Footprint before;
        JarServer last;
        try (Storm storm = new Storm(first.address(), history, uptime)) {
            storm.prepare();
            before = Footprint.of(first.process());
            storm.begin();
            last = bringFaults(new Trials(jar, first, storm, uptime, SmallDisk.at(disk), random));
            storm.end();
        }
        assertThat(Checker.check(history)).isEmpty();
        await().atMost(REST)
                .untilAsserted(() ->
                        assertThat(Footprint.of(last.process())).matches(now -> now.isLike(before), "like " + before));
        say("before the storm %s, after it %s", before, Footprint.of(last.process()));
        return last;
    }

    /** In rounds: each fault once, in any order. */
    private JarServer bringFaults(Trials trials) {
        List<Fault> faults = new ArrayList<>(DISK.isPresent() ? List.of(Fault.values()) : Fault.onAnyDisk());
        Deadline end = Deadline.after(TIME);
        do {
            Collections.shuffle(faults, random);
            faults.forEach(trials::bring);
            say("%s; %s", trials.brought(), history);
        } while (!end.isOver());
        return trials.server();
    }

    private String integrity() throws SQLException {
        try (Connection log = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("earshot.db"));
                Statement statement = log.createStatement();
                ResultSet found = statement.executeQuery("PRAGMA integrity_check")) {
            return found.getString(1);
        }
    }

    private void keepWhatIsLeft() throws IOException {
        Files.createDirectories(LEFT);
        Files.write(LEFT.resolve("output"), jar.output());
        FileSystemUtils.copyRecursively(data, LEFT.resolve("data"));
        say("failed; what the processes said, and their log, is in %s", LEFT.toAbsolutePath());
    }

    private static void say(String format, Object... facts) {
        System.out.printf("%tT soak: %s%n", LocalTime.now(), format.formatted(facts));
    }
}
