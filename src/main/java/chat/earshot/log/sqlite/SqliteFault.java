package chat.earshot.log.sqlite;

import chat.earshot.log.AppendException.Reason;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/** What a failed write means for those who wait for it. */
enum SqliteFault {
    /** Another process holds the file. */
    BUSY(Reason.BUSY),
    /** The disk is full or fails. */
    STORAGE(Reason.STORAGE),
    /** Something about one row. */
    ROW(Reason.UNWRITABLE);

    private static final int PRIMARY = 0xFF;
    private static final Set<Integer> DAMAGE = Set.of(1, 11, 24, 26); // ERROR (no such table), CORRUPT, FORMAT, NOTADB

    private final Reason reason;

    SqliteFault(Reason reason) {
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    static SqliteFault of(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return of(sqlite.getResultCode().code & PRIMARY);
            }
        }
        return ROW;
    }

    /** Whether the file is not what it should be; else it may be whole, and the disk full or the file held by others. */
    static boolean isDamage(Throwable failure) {
        return !(failure instanceof SQLiteException sqlite) || DAMAGE.contains(sqlite.getResultCode().code & PRIMARY);
    }

    /** By SQLite's primary result codes (sqlite.org/rescode.html). */
    private static SqliteFault of(int code) {
        return switch (code) {
            case 5, 6 -> BUSY; // BUSY, LOCKED
            case 7, 8, 10, 11, 13, 14, 26 -> STORAGE; // NOMEM, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB
            default -> ROW;
        };
    }
}
