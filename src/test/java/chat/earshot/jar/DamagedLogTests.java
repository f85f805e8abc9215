package chat.earshot.jar;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.testing.ChatClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.util.FileSystemUtils;

/** A log that cannot be used stops the start and stays as it is; it is never taken for an empty one. */
@Tag("jar")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DamagedLogTests {

    private static final String TEXT = "x".repeat(4_000);
    private static final int PAGE = 4_096;

    @AutoClose
    private final JarServers jar = new JarServers();

    private final Path sound = jar.path("sound");

    @BeforeAll
    void keepALog() {
        JarServer server = jar.start(sound);
        try (ChatClient client = new ChatClient(server.address())) {
            for (int n = 0; n < 50; n++) {
                assertThat(client.post(TEXT).status()).isEqualTo(201);
            }
        }
        server.terminate();
    }

    @Test
    void refusesGarbage() throws IOException {
        refusesAsDamaged(log -> Files.writeString(log, "not a database. ".repeat(1_000)));
    }

    @Test
    void refusesALogThatWasCutShort() throws IOException {
        refusesAsDamaged(log -> Files.write(log, Arrays.copyOf(Files.readAllBytes(log), (int) Files.size(log) / 2)));
    }

    @Test
    void refusesALogThatWasEmptied() throws IOException {
        refusesAsDamaged(log -> Files.write(log, new byte[0]));
    }

    @Test
    void refusesALogWhoseHeaderIsOverwritten() throws IOException {
        refusesAsDamaged(log -> overwrite(log, 0, 100));
    }

    @Test
    void refusesALogOfWhichAPageIsOverwritten() throws IOException {
        refusesAsDamaged(log -> overwrite(log, (int) Files.size(log) / 2, PAGE));
    }

    /** The first byte of a page says what kind of page it is. */
    @Test
    void refusesALogWithOneFlippedBitInItsStructure() throws IOException {
        refusesAsDamaged(log -> flip(log, PAGE * (Files.size(log) / PAGE / 2)));
    }

    /** What is said in a text nothing can check: the log is taken as it is, as the README says. */
    @Test
    void takesALogWithAFlippedBitInAText() throws IOException {
        Path data = damaged(log ->
                flip(log, 1 + Files.readString(log, StandardCharsets.ISO_8859_1).lastIndexOf("xxxx")));

        try (ChatClient client = new ChatClient(jar.start(data).address())) {
            assertThat(client.get("/messages?limit=200").body()).contains("xyx");
        }
    }

    @Test
    void refusesALogOfANewerVersion() throws IOException {
        refuses(DamagedLogTests::raiseVersion, "newer", "1000", "earshot.data-dir");
    }

    /** What is done to the file of a log. */
    @FunctionalInterface
    private interface Damage {
        void to(Path log) throws IOException;
    }

    private void refusesAsDamaged(Damage damage) throws IOException {
        refuses(damage, "Restore a backup, or move the file away");
    }

    private void refuses(Damage damage, String... parts) throws IOException {
        Path data = damaged(damage);
        Path log = data.resolve("earshot.db");
        byte[] before = Files.readAllBytes(log);

        NoStart.assertRefused(jar.run("--server.port=0", "--earshot.data-dir=" + data), parts);
        assertThat(log).hasBinaryContent(before);
    }

    private Path damaged(Damage damage) throws IOException {
        Path data = jar.path("damaged");
        FileSystemUtils.deleteRecursively(data);
        FileSystemUtils.copyRecursively(sound, data);
        damage.to(data.resolve("earshot.db"));
        return data;
    }

    private static void flip(Path log, long at) throws IOException {
        byte[] bytes = Files.readAllBytes(log);
        bytes[Math.toIntExact(at)] ^= 1;
        Files.write(log, bytes);
    }

    private static void overwrite(Path log, int from, int length) throws IOException {
        byte[] bytes = Files.readAllBytes(log);
        Arrays.fill(bytes, from, from + length, (byte) 0xA5);
        Files.write(log, bytes);
    }

    private static void raiseVersion(Path log) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + log);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 1000");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
