package chat.earshot.jar;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.testing.ChatClient;
import chat.earshot.testing.EventStream;
import chat.earshot.testing.SseBlock;
import chat.earshot.testing.StreamRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.util.FileSystemUtils;

/**
 * One directory whose log goes back in time again and again: a backup is taken, more is said, a reader hears it, the backup
 * is put back, and the reader resumes after an id that the log does not know, or will give to other words.
 */
@Tag("jar")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestoreTests {

    @AutoClose
    private final JarServers jar = new JarServers();

    private final Path data = jar.path("data");
    private final Path log = data.resolve("earshot.db");
    private final Path backup = jar.path("backup");

    /** The id that the reader heard last. */
    private String heard = "";

    private Return afterRestart = new Return("", "", List.of());
    private Return afterReplacing = afterRestart;
    private Return afterOverwriting = afterRestart;
    private Return afterRestoringTheFile = afterRestart;
    private Return afterDeleting = afterRestart;

    /** A reader resumed after one id, then the next was said: what it heard up to that. */
    private record Return(String resumed, String next, List<SseBlock> events) {

        private void assertToldOfAGap() {
            assertThat(events).extracting(SseBlock::type).containsExactly("gap", "message");
            assertThat(events.getFirst().data())
                    .contains("\"requested\":\"" + resumed + "\"", "\"reason\":\"unknown\"", "\"missed\":null");
            assertThat(RoomLog.epochOf(next)).isNotEqualTo(RoomLog.epochOf(resumed));
        }
    }

    @BeforeAll
    void goBackInTime() throws Exception {
        live();
        FileSystemUtils.copyRecursively(data, backup);
        afterRestart = live();

        overwrite(data, backup);
        afterOverwriting = live(this::copyTheDirectory);

        FileSystemUtils.deleteRecursively(data);
        FileSystemUtils.copyRecursively(backup, data);
        Path copy = jar.path("copy.db");
        afterReplacing = live(() -> backUp(copy));
        Files.write(log, Files.readAllBytes(copy));
        afterRestoringTheFile = live();

        Files.delete(log);
        afterDeleting = live();
    }

    @Test
    void goesOnAfterAPlainRestart() {
        assertThat(afterRestart.events()).extracting(SseBlock::id).containsExactly(afterRestart.next());
        assertThat(RoomLog.epochOf(afterRestart.next())).isEqualTo(RoomLog.epochOf(afterRestart.resumed()));
    }

    @Test
    void tellsOfAGapWhereTheDirectoryIsReplacedByABackup() {
        afterReplacing.assertToldOfAGap();
    }

    @Test
    void tellsOfAGapWhereABackupIsCopiedOverTheDirectory() {
        afterOverwriting.assertToldOfAGap();
    }

    @Test
    void tellsOfAGapWhereOnlyTheLogFileIsRestored() {
        afterRestoringTheFile.assertToldOfAGap();
    }

    @Test
    void tellsOfAGapWhereTheLogFileIsDeleted() {
        afterDeleting.assertToldOfAGap();
    }

    private Return live() {
        return live(() -> {});
    }

    /** One life of the server: the reader comes back, something is done, five more are said, and it hears them. */
    private Return live(Runnable midway) {
        JarServer server = jar.start(data);
        try (ChatClient client = new ChatClient(server.address());
                EventStream stream = StreamRequest.to(server.address())
                        .lastEventId(heard)
                        .open()
                        .awaitOpen()) {
            String next = say(client, 1);
            Return met = new Return(heard, next, eventsUpTo(stream, next));
            midway.run();
            heard = say(client, 5);
            server.terminate();
            return met;
        }
    }

    /** While the server runs and nobody speaks. */
    private void copyTheDirectory() {
        try {
            FileSystemUtils.deleteRecursively(backup);
            FileSystemUtils.copyRecursively(data, backup);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** While the server runs, as the README tells. */
    private void backUp(Path copy) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + log);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("BACKUP TO " + copy);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static List<SseBlock> eventsUpTo(EventStream stream, String id) {
        SseBlock first = stream.nextEvent();
        return id.equals(first.id()) ? List.of(first) : List.of(first, stream.nextEvent());
    }

    /** So many, and gives the id of the last. */
    private static String say(ChatClient client, int count) {
        return Stream.generate(() -> client.post("hello").id())
                .limit(count)
                .toList()
                .getLast();
    }

    /** As {@code cp} does it: the files stay the same files and get other bytes. */
    private static void overwrite(Path into, Path from) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Path target = into.resolve(file.getFileName());
                Files.write(target, Files.readAllBytes(file));
            }
        }
    }
}
