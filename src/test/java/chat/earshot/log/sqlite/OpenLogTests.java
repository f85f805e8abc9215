package chat.earshot.log.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the log makes of the files it finds. */
class OpenLogTests {

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void nameTheDataDirectory() {
        data = folder.resolve("data");
    }

    @Test
    void makesTheDirectoryForItsOwnerAlone() throws IOException {
        OpenSqlite.in(data).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
    }

    @Test
    void refusesADirectoryThatIsInUse() {
        try (OpenSqlite first = OpenSqlite.in(data)) {
            assertThatThrownBy(() -> OpenSqlite.in(data))
                    .isInstanceOf(LogUnusableException.class)
                    .hasMessageContaining("another Earshot (process "
                            + ProcessHandle.current().pid() + ")");
            assertThat(first.say("still works").sequence()).isEqualTo(1);
        }
    }

    @Test
    void theDirectoryIsFreeAfterwards() {
        OpenSqlite.in(data).close();
        OpenSqlite.in(data).close();
    }

    @Test
    void refusesAFileInThePlaceOfTheDirectory() throws IOException {
        Files.writeString(data, "not a folder");
        assertRefused("cannot be used");
    }

    @Test
    void refusesANewerSchema() {
        speakOnce();
        try (OpenSqlite log = OpenSqlite.in(data)) {
            log.execute("PRAGMA user_version = 3");
        }
        assertRefused("newer Earshot (schema 3; this one knows 2)");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void refusesAnotherProgramsDatabaseAndLeavesItAsItIs(int version) throws IOException, SQLException {
        Files.createDirectories(data);
        Path file = data.resolve(OpenLog.FILE);
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.execute("CREATE TABLE other (x)");
            statement.execute("PRAGMA user_version = " + version);
        }
        byte[] before = Files.readAllBytes(file);
        assertRefused("not an Earshot log");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void refusesAFileThatIsNoDatabase() throws IOException {
        Files.createDirectories(data);
        Files.writeString(data.resolve(OpenLog.FILE), "x".repeat(10_000));
        assertRefused("cannot be read");
    }

    @Test
    void refusesALogThatIsCutShort() throws IOException {
        speakOnce();
        byte[] whole = Files.readAllBytes(data.resolve(OpenLog.FILE));
        Files.write(data.resolve(OpenLog.FILE), Arrays.copyOf(whole, whole.length / 2));
        assertRefused("cannot be read");
    }

    @Test
    void refusesALogWithADamagedPage() throws IOException {
        speakOnce();
        byte[] bytes = Files.readAllBytes(data.resolve(OpenLog.FILE));
        for (int page = 4_096; page < bytes.length; page += 4_096) {
            Arrays.fill(bytes, page, page + 64, (byte) 0xA5);
        }
        Files.write(data.resolve(OpenLog.FILE), bytes);
        assertRefused("cannot be read");
    }

    @Test
    void aRefusedLogIsLeftAsItIs() throws IOException {
        Files.createDirectories(data);
        Files.writeString(data.resolve(OpenLog.FILE), "x".repeat(10_000));
        assertRefused("cannot be read");
        assertThat(data.resolve(OpenLog.FILE)).hasContent("x".repeat(10_000));
    }

    @Test
    void saysWhatToDoWhereTheFileCannotBeWritten() {
        speakOnce();
        try (DataDirectory directory = DataDirectory.hold(data)) {
            LogFile file = new LogFile(data.resolve(OpenLog.FILE));
            ConnectionSource full = new FailingConnections(file, connection -> {
                throw FailingConnections.diskFull();
            });
            assertThatThrownBy(() -> new OpenLog(directory, full).ledger())
                    .isInstanceOf(LogUnusableException.class)
                    .hasMessageContaining("cannot be written");
        }
    }

    /** A process that was killed may have had no time to have synced what it wrote. */
    @Test
    void whatIsFoundIsSyncedBeforeAnybodyHearsIt() throws SQLException {
        speakOnce();
        try (Connection other = new LogFile(data.resolve(OpenLog.FILE)).openReader()) {
            long before = OpenSqlite.dataVersion(other);
            OpenSqlite.in(data).close();
            assertThat(OpenSqlite.dataVersion(other)).isNotEqualTo(before);
        }
    }

    private void assertRefused(String why) {
        assertThatThrownBy(() -> OpenSqlite.in(data))
                .isInstanceOf(LogUnusableException.class)
                .hasMessageContaining(why)
                .hasMessageMatching("[^\n]*");
    }

    private void speakOnce() {
        try (OpenSqlite log = OpenSqlite.in(data)) {
            log.say("hello");
        }
    }
}
