package chat.earshot.log.sqlite;

import chat.earshot.event.EventId;
import chat.earshot.event.MessageDraft;
import chat.earshot.event.Room;
import chat.earshot.log.HeadFollower;
import chat.earshot.log.LogLimits;
import chat.earshot.log.TailProperties;
import chat.earshot.log.TestClock;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.springframework.util.unit.DataSize;

/** A SQLite log that a test has opened, with what it takes to harm it. */
record OpenSqlite(DataDirectory directory, SqliteLog log, FailingConnections connections, Path file)
        implements AutoCloseable {

    private static final TailProperties TAILS = new TailProperties(
            1_000, DataSize.ofMegabytes(1), DataSize.ofMegabytes(64), 500, DataSize.ofKilobytes(256));

    static OpenSqlite in(Path folder) {
        return in(folder, keeping(1_000), new TestClock(Instant.parse("2026-11-21T09:30:00Z")), room -> {});
    }

    static OpenSqlite in(Path folder, SqliteProperties properties, InstantSource clock, HeadFollower follower) {
        return in(folder, properties, new LogLimits(0), clock, follower);
    }

    static OpenSqlite in(
            Path folder, SqliteProperties properties, LogLimits limits, InstantSource clock, HeadFollower follower) {
        DataDirectory directory = DataDirectory.hold(folder);
        try {
            Path file = directory.resolve(OpenLog.FILE);
            FailingConnections connections = new FailingConnections(new LogFile(file));
            SqliteLog log = SqliteLogs.open(directory, connections, properties, TAILS, limits, clock, follower)
                    .log();
            return new OpenSqlite(directory, log, connections, file);
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    static SqliteProperties keeping(long events) {
        return properties(events, 4_096, Duration.ofSeconds(20), 1_000_000);
    }

    static SqliteProperties hangingAfter(Duration time) {
        return properties(1_000, 4_096, time, 1_000_000);
    }

    static SqliteProperties queueing(int drafts) {
        return properties(1_000, drafts, Duration.ofSeconds(20), 1_000_000);
    }

    static SqliteProperties rememberingKeys(long keys) {
        return properties(1_000, 4_096, Duration.ofSeconds(20), keys);
    }

    private static SqliteProperties properties(long events, int queue, Duration appendTimeout, long keys) {
        return new SqliteProperties(events, 256, queue, appendTimeout, 2, Duration.ofHours(24), keys);
    }

    /** Says something in the lobby. */
    EventId say(String text) {
        return log.append(new MessageDraft(Room.LOBBY, "ann", text), null)
                .join()
                .id();
    }

    /** Says something to the database over a connection of its own. */
    void execute(String sql) {
        try (Connection connection = new LogFile(file).openWriter();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long count(String table) {
        try (Connection connection = new LogFile(file).openReader();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another number after each commit of another connection that has changed the file (sqlite.org/pragma.html#pragma_data_version). */
    static long dataVersion(Connection reader) {
        try (Statement statement = reader.createStatement();
                ResultSet answer = statement.executeQuery("PRAGMA data_version")) {
            return answer.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void await(BooleanSupplier fact) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(fact::getAsBoolean);
    }

    @Override
    public void close() {
        try {
            log.close();
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        } finally {
            directory.close();
        }
    }
}
