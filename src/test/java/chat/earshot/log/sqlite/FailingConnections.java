package chat.earshot.log.sqlite;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Connections whose commits do what a test wants instead. */
final class FailingConnections implements ConnectionSource {

    /** What happens instead of a commit. */
    interface Commit {
        void run(Connection connection) throws SQLException;
    }

    private final ConnectionSource connections;
    private final Commit usual;
    private final Deque<Commit> next = new ConcurrentLinkedDeque<>();

    FailingConnections(ConnectionSource connections) {
        this(connections, Connection::commit);
    }

    /** @param usual what each commit does that is not replaced by another */
    FailingConnections(ConnectionSource connections, Commit usual) {
        this.connections = connections;
        this.usual = usual;
    }

    /** Has a coming commit replaced; each once, in the order in which they are given. */
    void replaceNextCommit(Commit commit) {
        next.add(commit);
    }

    static SQLException diskFull() {
        return new SQLiteException("database or disk is full", SQLiteErrorCode.SQLITE_FULL);
    }

    @Override
    public Connection openWriter() throws SQLException {
        Connection connection = connections.openWriter();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> call(connection, method, arguments));
    }

    @Override
    public Connection openReader() throws SQLException {
        return connections.openReader();
    }

    private @Nullable Object call(Connection connection, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (method.getName().equals("commit")) {
            Objects.requireNonNullElse(next.poll(), usual).run(connection);
            return null;
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
