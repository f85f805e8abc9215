package chat.earshot.log.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * A statement of every commit, compiled once for as long as its connection lives: to have it compiled again, and its parameters
 * found by name, took longer than running it. One thread at a time.
 */
final class Prepared {

    private final String sql;
    private final PreparedStatement statement;

    Prepared(Connection connection, String sql) throws SQLException {
        this.sql = sql;
        this.statement = connection.prepareStatement(sql);
    }

    /** @throws UncategorizedSQLException whose cause is what the database said */
    void run(Object... parameters) {
        try {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new UncategorizedSQLException("write", sql, e);
        }
    }
}
