package chat.earshot.log.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.sqlite.SQLiteException;

/**
 * Brings the file into the state in which the log can be used: makes the schema or brings it up to date, refuses what it cannot
 * read, and gives the rooms new epochs where the file is a restored backup.
 */
final class OpenLog {

    static final String FILE = "earshot.db";
    static final String MARK = "earshot.mark";

    private static final Logger LOG = LoggerFactory.getLogger(OpenLog.class);
    private static final int SCHEMA = 2;

    private final Path file;
    private final Path mark;
    private final ConnectionSource connections;

    OpenLog(DataDirectory directory, ConnectionSource connections) {
        this.file = directory.resolve(FILE);
        this.mark = directory.resolve(MARK);
        this.connections = connections;
    }

    /** @throws LogUnusableException if the file is damaged, not a log, of a newer Earshot, or cannot be written */
    Ledger ledger() {
        try {
            look();
            Connection connection = connections.openWriter();
            try {
                prepare(connection);
                Ledger ledger = new Ledger(connection);
                ledger.touch(); // what a process wrote that was killed before it had it synced is durable from here on
                ledger.commit();
                return ledger;
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException | IOException e) {
            throw unusable(e);
        } catch (DataAccessException e) {
            throw unusable(e.getMostSpecificCause());
        }
    }

    /** Looks at the mark that was left here and leaves a new one. */
    RestoreMark mark(Ledger ledger) {
        try {
            byte[] secret = ledger.secret();
            long appended = ledger.appended();
            // A log that is new has no mark, and a backup from before its first event has one.
            boolean markable = appended > 0 || RestoreMark.isOf(mark, secret);
            if (markable && !RestoreMark.fits(mark, secret, appended)) {
                LOG.warn("The log is a restored backup or a copy: its rooms get new ids, and who resumes hears a gap.");
                secret = Epochs.newSecret();
                renew(ledger, secret);
            }
            return RestoreMark.leave(mark, secret, appended);
        } catch (IOException | SQLException e) {
            throw new LogUnusableException("the log cannot be marked in " + mark + " (" + e + ").", e);
        }
    }

    /** Refuses what is no log of ours before a writer, which would change it, has touched it. */
    private void look() throws SQLException, IOException {
        if (!Files.exists(file)) {
            return;
        }
        if (Files.size(file) == 0 && Files.exists(mark)) { // empty, it would pass for a log that is just being made
            throw new IOException("it is empty");
        }
        try (Connection connection = connections.openReader()) {
            JdbcTemplate template = template(connection);
            int schema = schema(template);
            if (schema > SCHEMA) {
                throw new LogUnusableException("the log " + file + " is of a newer Earshot (schema " + schema
                        + "; this one knows " + SCHEMA
                        + "). Start that one, or give this one another earshot.data-dir.");
            }
            if (schema <= 0 && template.queryForObject("SELECT count(*) FROM sqlite_schema", Long.class) > 0) {
                throw new LogUnusableException(
                        "the file " + file + " is a database, but not an Earshot log. Move it away.");
            }
            if (schema > 0) { // on a connection of its own, which its timer may interrupt too late
                QuickCheck.run(connection);
            }
        }
    }

    private static void prepare(Connection connection) throws SQLException {
        JdbcTemplate template = template(connection);
        int schema = schema(template);
        if (schema <= 0) {
            create(connection, template);
        } else if (schema < SCHEMA) {
            update(template);
        }
        connection.commit();
        if (schema > 0 && schema < SCHEMA) {
            LOG.info("The log is of schema {} now; an older Earshot cannot open it any more.", SCHEMA);
        }
    }

    /** In one transaction with its new number. What schema 1 counted in this column is the sum of the rooms' heads. */
    private static void update(JdbcTemplate template) {
        template.execute("ALTER TABLE log DROP COLUMN appended");
        template.execute("PRAGMA user_version = " + SCHEMA);
    }

    private static JdbcTemplate template(Connection connection) {
        return new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    }

    private static int schema(JdbcTemplate template) {
        return template.queryForObject("PRAGMA user_version", Integer.class);
    }

    private static void create(Connection connection, JdbcTemplate template) {
        ScriptUtils.executeSqlScript(connection, new ClassPathResource("schema.sql", OpenLog.class));
        template.update("INSERT INTO log (one, secret) VALUES (1, ?)", Epochs.newSecret());
        template.execute("PRAGMA user_version = " + SCHEMA);
    }

    private static void renew(Ledger ledger, byte[] secret) throws SQLException {
        Epochs epochs = new Epochs(secret);
        ledger.putSecret(secret);
        for (RoomRow row : ledger.rooms()) {
            ledger.putEpoch(row, epochs.of(row.room(), 0));
        }
        ledger.commit();
    }

    private LogUnusableException unusable(Throwable cause) {
        String how = cause instanceof SQLiteException sqlite ? sqlite.getResultCode().message : cause.getMessage();
        String wrong = SqliteFault.isDamage(cause)
                ? " cannot be read (%s). Restore a backup, or move the file away to begin a new log."
                : " cannot be written (%s). See that its disk has room, that it may be written and that no other program holds it.";
        return new LogUnusableException("the log " + file + wrong.formatted(how.replaceAll("\\s+", " ")), cause);
    }
}
