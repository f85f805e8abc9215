package chat.earshot.log.sqlite;

import chat.earshot.log.LogUnreadableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A few platform threads that read, each with a connection. Whoever wants to read waits for one of them; the waiting are as
 * many as there are requests and subscribers, and cost a parked virtual thread each.
 */
final class Readers implements AutoCloseable {

    private final List<Connection> connections = new ArrayList<>();
    private final BlockingQueue<JdbcClient> idle;
    private final ExecutorService threads;

    Readers(ConnectionSource source, int count) throws SQLException {
        this.idle = new ArrayBlockingQueue<>(count);
        for (int i = 0; i < count; i++) {
            Connection connection = source.openReader();
            connections.add(connection);
            idle.add(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
        }
        this.threads = Executors.newFixedThreadPool(
                count, Thread.ofPlatform().name("log-reader-", 1).daemon().factory());
    }

    /** Runs the query on one of the threads and waits for its answer. */
    <T> T read(Function<JdbcClient, T> query) {
        try {
            JdbcClient client = idle.take();
            return threads.submit(() -> answer(query, client)).get();
        } catch (ExecutionException e) {
            throw new LogUnreadableException(e.getCause());
        } catch (RejectedExecutionException e) { // the log is closed
            throw new LogUnreadableException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnreadableException(e);
        }
    }

    private <T> T answer(Function<JdbcClient, T> query, JdbcClient client) {
        try {
            return query.apply(client);
        } finally {
            idle.add(client); // here, so that a caller that was interrupted cannot give it back too early
        }
    }

    @Override
    public void close() throws SQLException {
        threads.close();
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
