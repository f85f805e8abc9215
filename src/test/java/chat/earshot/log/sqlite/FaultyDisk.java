package chat.earshot.log.sqlite;

import chat.earshot.testing.Deadline;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A disk that hangs or is full when a test says so. Any thread. */
public final class FaultyDisk {

    private enum State {
        WORKS,
        HANGS,
        FULL
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private State state = State.WORKS; // guarded by lock, as is all below
    private int hanging;

    /** From now on no write returns until it {@linkplain #work works} again. */
    public void hang() {
        become(State.HANGS);
    }

    /** From now on every write fails. */
    public void fill() {
        become(State.FULL);
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

    /** Called instead of the sync; what returns from here is written. */
    void write() throws SQLException {
        lock.lock();
        try {
            hanging++;
            changed.signalAll();
            while (state == State.HANGS) {
                changed.awaitUninterruptibly();
            }
            hanging--;
            if (state == State.FULL) {
                throw new SQLiteException("database or disk is full", SQLiteErrorCode.SQLITE_FULL);
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
