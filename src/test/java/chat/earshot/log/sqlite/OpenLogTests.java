package chat.earshot.log.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.earshot.event.Event;
import chat.earshot.event.EventId;
import chat.earshot.event.MessageDraft;
import chat.earshot.event.Room;
import chat.earshot.log.PageLimit;
import chat.earshot.log.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the log makes of the files it finds. */
class OpenLogTests {

    private static final Room LOBBY = Room.LOBBY;

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void nameTheDataDirectory() {
        data = folder.resolve("data");
    }

    @Test
    void makesTheDirectoryForItsOwnerAlone() throws IOException {
        open().close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
    }

    @Test
    void refusesADirectoryThatIsInUse() {
        try (OpenSqlite first = open()) {
            assertThatThrownBy(this::open)
                    .isInstanceOf(LogUnusableException.class)
                    .hasMessageContaining("another Earshot (process "
                            + ProcessHandle.current().pid() + ")");
            assertThat(say(first, "still works").sequence()).isEqualTo(1);
        }
    }

    @Test
    void theDirectoryIsFreeAfterwards() {
        open().close();
        open().close();
    }

    @Test
    void refusesAFileInThePlaceOfTheDirectory() throws IOException {
        Files.writeString(data, "not a folder");
        assertRefused("cannot be used");
    }

    @Test
    void refusesANewerSchema() {
        speakOnce();
        try (OpenSqlite log = open()) {
            log.execute("PRAGMA user_version = 3");
        }
        assertRefused("newer Earshot (schema 3; this one knows 2)");
    }

    @Test
    void takesALogOfTheFirstSchemaUp() {
        EventId last;
        try (OpenSqlite log = open()) {
            say(log, "one");
            last = say(log, "two");
            log.execute("ALTER TABLE log ADD COLUMN appended INTEGER NOT NULL DEFAULT 2");
            log.execute("PRAGMA user_version = 1");
        }
        try (OpenSqlite log = open()) {
            assertThat(say(log, "three")).isEqualTo(last.at(3));
            assertThat(log.log().after(LOBBY, 0, new PageLimit(10, 10_000))).hasSize(3);
            assertThatThrownBy(() -> log.execute("UPDATE log SET appended = 3"))
                    .hasStackTraceContaining("no such column");
        }
        open().close();
    }

    @Test
    void refusesAnotherProgramsDatabaseAndLeavesItAsItIs() throws IOException, SQLException {
        Files.createDirectories(data);
        Path file = data.resolve(OpenLog.FILE);
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.execute("CREATE TABLE other (x)");
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
    void aRestartKeepsTheEpoch() {
        EventId first = speakOnce();
        assertThat(speakOnce()).isEqualTo(first.at(2));
    }

    @Test
    void aDeletedLogHasAnotherEpoch() throws IOException {
        EventId first = speakOnce();
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        assertThat(speakOnce().epoch()).isNotEqualTo(first.epoch());
    }

    @Test
    void aDatabasePutBackOverItselfHasAnotherEpoch() throws IOException {
        EventId first = speakOnce();
        byte[] backup = Files.readAllBytes(data.resolve(OpenLog.FILE));
        speakOnce();
        Files.write(data.resolve(OpenLog.FILE), backup);
        EventId after = speakOnce();
        assertThat(after.sequence()).isEqualTo(2);
        assertThat(after.epoch()).isNotEqualTo(first.epoch());
    }

    @Test
    void aWholeDirectoryPutBackHasAnotherEpoch() throws IOException {
        EventId first = speakOnce();
        copy(data, folder.resolve("backup"));
        speakOnce();
        Files.move(data, folder.resolve("lost"));
        copy(folder.resolve("backup"), data);
        assertThat(speakOnce().epoch()).isNotEqualTo(first.epoch());
    }

    @Test
    void aBackupFromBeforeTheFirstEventHasAnotherEpoch() throws IOException {
        open().close();
        byte[] backup = Files.readAllBytes(data.resolve(OpenLog.FILE));
        EventId first = speakOnce();
        Files.write(data.resolve(OpenLog.FILE), backup);
        assertThat(speakOnce()).isNotEqualTo(first);
    }

    @Test
    void aBackupThatLostNothingKeepsTheEpoch() throws IOException {
        EventId first = speakOnce();
        byte[] backup = Files.readAllBytes(data.resolve(OpenLog.FILE));
        Files.write(data.resolve(OpenLog.FILE), backup);
        assertThat(speakOnce()).isEqualTo(first.at(2));
    }

    @Test
    void theEventsOfARestoredBackupAreStillThereUnderNewIds() throws IOException {
        speakOnce();
        Files.delete(data.resolve(OpenLog.MARK));
        try (OpenSqlite log = open()) {
            assertThat(log.log().head(LOBBY).sequence()).isEqualTo(1);
            assertThat(log.log().after(LOBBY, 0, new PageLimit(10, 1_000)))
                    .extracting(Event::id)
                    .containsExactly(log.log().head(LOBBY).position());
        }
    }

    private void assertRefused(String why) {
        assertThatThrownBy(this::open)
                .isInstanceOf(LogUnusableException.class)
                .hasMessageContaining(why)
                .hasMessageMatching("[^\n]*");
    }

    private OpenSqlite open() {
        return OpenSqlite.in(
                data, OpenSqlite.keeping(1_000), new TestClock(Instant.parse("2026-11-21T09:30:00Z")), room -> {});
    }

    private EventId speakOnce() {
        try (OpenSqlite log = open()) {
            return say(log, "hello");
        }
    }

    private static EventId say(OpenSqlite log, String text) {
        return log.log()
                .append(new MessageDraft(LOBBY, "ann", text), null)
                .join()
                .id();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
