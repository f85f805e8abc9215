package chat.earshot.log.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.event.Event;
import chat.earshot.event.EventId;
import chat.earshot.event.Room;
import chat.earshot.log.PageLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a log that is opened again keeps its ids, and when it gives new ones. */
class RestoredLogTests {

    private static final Room LOBBY = Room.LOBBY;

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void nameTheDataDirectory() {
        data = folder.resolve("data");
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
        OpenSqlite.in(data).close();
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
        try (OpenSqlite log = OpenSqlite.in(data)) {
            assertThat(log.log().head(LOBBY).sequence()).isEqualTo(1);
            assertThat(log.log().after(LOBBY, 0, new PageLimit(10, 1_000)))
                    .extracting(Event::id)
                    .containsExactly(log.log().head(LOBBY).position());
        }
    }

    private EventId speakOnce() {
        try (OpenSqlite log = OpenSqlite.in(data)) {
            return log.say("hello");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
