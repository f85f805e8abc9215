package chat.earshot.log.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.earshot.event.EventId;
import chat.earshot.event.Room;
import chat.earshot.log.PageLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** A log that an older Earshot made: two events in the lobby. */
class OldSchemaTests {

    private static final String EPOCH = "k7f3q2ab";
    private static final byte[] SECRET = new byte[32];

    @TempDir
    private Path data;

    @BeforeEach
    void makeAnOldLog() throws SQLException {
        try (Connection connection = new LogFile(data.resolve(OpenLog.FILE)).openWriter()) {
            JdbcTemplate log = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            ScriptUtils.executeSqlScript(connection, new ClassPathResource("schema-1.sql", OldSchemaTests.class));
            log.update("INSERT INTO log (one, secret, appended) VALUES (1, ?, 2)", SECRET);
            log.update("INSERT INTO room VALUES (1, 'lobby', ?, 2, 0, 0)", EPOCH);
            log.update("INSERT INTO event VALUES (1, 1, 'message', '{\"author\":\"ann\",\"text\":\"one\"}', 0)");
            log.update("INSERT INTO event VALUES (1, 2, 'message', '{\"author\":\"ann\",\"text\":\"two\"}', 0)");
            log.execute("PRAGMA user_version = 1");
            connection.commit();
        }
    }

    @Test
    void itKeepsItsEventsAndTheirIds() throws IOException {
        RestoreMark.leave(data.resolve(OpenLog.MARK), SECRET, 2).close();
        try (OpenSqlite log = OpenSqlite.in(data)) {
            assertThat(log.say("three")).isEqualTo(new EventId(EPOCH, 3));
            assertThat(log.log().after(Room.LOBBY, 0, new PageLimit(10, 10_000)))
                    .hasSize(3);
        }
    }

    @Test
    void itIsOfTheNewSchemaFromThenOn() {
        OpenSqlite.in(data).close();
        try (OpenSqlite log = OpenSqlite.in(data)) {
            assertThatThrownBy(() -> log.execute("UPDATE log SET appended = 3"))
                    .hasStackTraceContaining("no such column");
        }
    }

    @Test
    void aBackupOfItIsFoundOut() throws IOException {
        RestoreMark.leave(data.resolve(OpenLog.MARK), SECRET, 3).close();
        try (OpenSqlite log = OpenSqlite.in(data)) {
            assertThat(log.say("three").epoch()).isNotEqualTo(EPOCH);
        }
    }

    @Test
    void itIsLeftAsItIsWhereItCannotBeWritten() throws IOException {
        Path file = data.resolve(OpenLog.FILE);
        byte[] before = Files.readAllBytes(file);
        try (DataDirectory directory = DataDirectory.hold(data)) {
            ConnectionSource full = new FailingConnections(new LogFile(file), connection -> {
                throw FailingConnections.diskFull();
            });
            assertThatThrownBy(() -> new OpenLog(directory, full).ledger()).hasMessageContaining("cannot be written");
        }
        assertThat(file).hasBinaryContent(before);
    }
}
