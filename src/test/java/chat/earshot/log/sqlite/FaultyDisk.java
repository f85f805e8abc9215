package chat.earshot.log.sqlite;

import chat.earshot.testing.Deadline;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A disk that hangs or fails when a test says so. Any thread. */
public final class FaultyDisk {

    private enum State {
        WORKS,
        HANGS,
        FAILS
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private State state = State.WORKS; // guarded by lock, as is all below
    private SQLiteErrorCode failure = SQLiteErrorCode.SQLITE_FULL;
    private int hanging;

    /** How many the connection had made at the last commit. Touched by the log's writer alone. */
    private long changes;

    /** From now on no write returns until it {@linkplain #work works} again. */
    public void hang() {
        become(State.HANGS);
    }

    /** From now on every write finds it full. */
    public void fill() {
        fail(SQLiteErrorCode.SQLITE_FULL);
    }

    /** From now on every write fails, and SQLite says this. */
    public void fail(SQLiteErrorCode how) {
        lock.lock();
        try {
            failure = how;
            become(State.FAILS);
        } finally {
            lock.unlock();
        }
    }

    public void work() {
        become(State.WORKS);
    }

    /** Waits until a write hangs. */
    public void awaitHanging() throws InterruptedException {
        Deadline deadline = Deadline.generous();
        lock.lock();
        try {
            while (hanging == 0) {
                if (!changed.await(deadline.nanosLeft(), TimeUnit.NANOSECONDS)) {
                    throw new AssertionError("Nothing was written");
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Instead of a commit. Where nothing has changed there is nothing to write, and no disk can fail. The log's writer. */
    void commit(Connection connection) throws SQLException {
        long now = changes(connection);
        boolean changed = now != changes;
        changes = now;
        if (changed) {
            write();
        }
        connection.commit();
    }

    private static long changes(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SELECT total_changes()")) {
            return answer.getLong(1);
        }
    }

    private void write() throws SQLException {
        lock.lock();
        try {
            hanging++;
            changed.signalAll();
            while (state == State.HANGS) {
                changed.awaitUninterruptibly();
            }
            hanging--;
            if (state == State.FAILS) {
                throw new SQLiteException(failure.message, failure);
            }
        } finally {
            lock.unlock();
        }
    }

    private void become(State next) {
        lock.lock();
        try {
            state = next;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
