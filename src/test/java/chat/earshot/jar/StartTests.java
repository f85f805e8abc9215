package chat.earshot.jar;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.testing.ChatClient;
import chat.earshot.testing.EventStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How the jar starts, and how it says in one line why it does not. One process is open all the while. */
@Tag("jar")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StartTests {

    @AutoClose
    private final JarServers jar = new JarServers();

    private final Path data = jar.path("some").resolve("where");
    private JarServer open;

    @BeforeAll
    void start() {
        JarProcess process = jar.run(Map.of("EARSHOT_DATA_DIR", data.toString(), "SERVER_PORT", "0"));
        open = JarServer.of(process, data);
    }

    @Test
    void saysWhereItIsOpen() {
        try (ChatClient client = new ChatClient(open.address())) {
            assertThat(client.get("/livez").status()).isEqualTo(200);
        }
    }

    @Test
    void takesItsSettingsFromTheEnvironment() {
        assertThat(data.resolve("earshot.db")).isNotEmptyFile();
        assertThat(open.port()).isNotEqualTo(8080);
    }

    @Test
    void makesItsDirectoryForItsOwnerAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
    }

    @Test
    void refusesAPortThatIsTaken() {
        JarProcess second = run(open.port(), jar.path("other"));

        NoStart.assertRefused(second, "port " + open.port() + " is taken", "--server.port=");
    }

    @Test
    void refusesADirectoryThatIsInUseWhichHarmsNobody() {
        try (ChatClient client = new ChatClient(open.address());
                EventStream stream = EventStream.open(open.address()).awaitOpen()) {
            JarProcess second = run(0, data);

            NoStart.assertRefused(second, "process " + open.process().pid(), data.toString(), "earshot.data-dir");
            assertThat(client.post("still here").status()).isEqualTo(201);
            assertThat(stream.nextEvent().data()).contains("still here");
        }
    }

    @Test
    void refusesADataPathThatIsAFile() throws IOException {
        Path file = Files.writeString(jar.path("file"), "not a directory");

        NoStart.assertRefused(run(0, file), file.toString(), "earshot.data-dir");
        assertThat(file).hasContent("not a directory");
    }

    private JarProcess run(int port, Path directory) {
        return jar.run("--server.port=" + port, "--earshot.data-dir=" + directory);
    }
}
