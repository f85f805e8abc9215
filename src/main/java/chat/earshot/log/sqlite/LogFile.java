package chat.earshot.log.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/** The SQLite file: a write-ahead log that is synced at each commit. The settings are per connection, so each one gets them. */
final class LogFile implements ConnectionSource {

    private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(5);
    private static final long WAL_BYTES_KEPT = 64L << 20;

    private final Path path;

    LogFile(Path path) {
        this.path = path;
    }

    @Override
    public Connection openWriter() throws SQLException {
        SQLiteConfig config = config();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setJournalSizeLimit(Math.toIntExact(WAL_BYTES_KEPT));
        Connection connection = open(config);
        try {
            expect(connection, "PRAGMA journal_mode", "wal");
            expect(connection, "PRAGMA synchronous", "2");
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Connection openReader() throws SQLException {
        SQLiteConfig config = config();
        config.setReadOnly(true);
        return open(config);
    }

    private Connection open(SQLiteConfig config) throws SQLException {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + path);
        return source.getConnection();
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(Math.toIntExact(BUSY_TIMEOUT.toMillis()));
        return config;
    }

    private static void expect(Connection connection, String pragma, String value) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(pragma)) {
            if (!answer.next() || !value.equals(answer.getString(1))) {
                throw new LogUnusableException("the log would not be durable: " + pragma + " is not " + value
                        + ". Put earshot.data-dir on a local file system.");
            }
        }
    }
}
