package chat.earshot.log.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** SQLite's own check of the file's structure, as far as it gets in a second. What is said in a text it cannot know. */
final class QuickCheck {

    private static final Logger LOG = LoggerFactory.getLogger(QuickCheck.class);
    private static final long SECONDS = 1;

    private QuickCheck() {}

    /** @throws SQLException if the file is damaged */
    static void run(Connection connection) throws SQLException {
        try (Statement check = connection.createStatement()) {
            CompletableFuture<Void> end = CompletableFuture.runAsync(
                    () -> cancel(check), CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS));
            try (ResultSet answer = check.executeQuery("PRAGMA quick_check(1)")) {
                String found = answer.next() ? answer.getString(1) : "no answer";
                if (!found.equals("ok")) {
                    throw new SQLException(found);
                }
            } catch (SQLiteException e) {
                if (e.getResultCode() != SQLiteErrorCode.SQLITE_INTERRUPT) {
                    throw e;
                }
                LOG.debug("the quick check did not get to the end of the file");
            } finally {
                end.cancel(false);
            }
        }
    }

    private static void cancel(Statement check) {
        try {
            check.cancel();
        } catch (SQLException e) {
            LOG.debug("the quick check had just ended", e);
        }
    }
}
