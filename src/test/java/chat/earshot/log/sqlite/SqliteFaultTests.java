package chat.earshot.log.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.UncategorizedSQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite says of a statement that failed, and whose fault it is: the disk's, another process's, or the row's. */
class SqliteFaultTests {

    @ParameterizedTest
    @EnumSource(
            names = {
                "SQLITE_FULL",
                "SQLITE_IOERR",
                "SQLITE_IOERR_READ",
                "SQLITE_IOERR_WRITE",
                "SQLITE_IOERR_FSYNC",
                "SQLITE_READONLY",
                "SQLITE_READONLY_DBMOVED",
                "SQLITE_CANTOPEN",
                "SQLITE_CORRUPT",
                "SQLITE_NOTADB",
                "SQLITE_NOMEM"
            })
    void isTheDisks(SQLiteErrorCode code) {
        assertThat(SqliteFault.of(wrapped(code))).isEqualTo(SqliteFault.STORAGE);
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE_BUSY", "SQLITE_BUSY_SNAPSHOT", "SQLITE_LOCKED"})
    void isAnotherProcesss(SQLiteErrorCode code) {
        assertThat(SqliteFault.of(wrapped(code))).isEqualTo(SqliteFault.BUSY);
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE_CONSTRAINT", "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_TOOBIG", "SQLITE_ERROR"})
    void isTheRows(SQLiteErrorCode code) {
        assertThat(SqliteFault.of(wrapped(code))).isEqualTo(SqliteFault.ROW);
    }

    @Test
    void isTheRowsWhereItIsNoWordOfSqlites() {
        assertThat(SqliteFault.of(new SQLException("odd"))).isEqualTo(SqliteFault.ROW);
    }

    /** As Spring hands it on. */
    private static Exception wrapped(SQLiteErrorCode code) {
        return new UncategorizedSQLException("insert", "INSERT", new SQLiteException(code.message, code));
    }
}
