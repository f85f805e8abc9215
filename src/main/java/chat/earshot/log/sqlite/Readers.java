package chat.earshot.log.sqlite;

import chat.earshot.log.LogUnreadableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A few platform threads that read, each with a connection. Whoever wants to read waits for one of them; the waiting are as
 * many as there are requests and subscribers, and cost a parked virtual thread each.
 */
final class Readers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Readers.class);
    private static final Duration END_TIMEOUT = Duration.ofSeconds(1);

    private final List<Connection> connections = new ArrayList<>();
    private final BlockingQueue<JdbcClient> idle;
    private final ExecutorService threads;

    /** Whether the last read failed. Written by the threads that read. */
    private final AtomicBoolean failing = new AtomicBoolean();

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
            T answer = query.apply(client);
            note(false);
            return answer;
        } catch (RuntimeException e) {
            LOG.debug("not read", e);
            note(true);
            throw e;
        } finally {
            idle.add(client); // here, so that a caller that was interrupted cannot give it back too early
        }
    }

    private void note(boolean fails) {
        if (failing.compareAndSet(!fails, fails)) {
            LOG.warn(fails ? "The log cannot be read; streams end and reads get 503." : "The log can be read again.");
        }
    }

    @Override
    public void close() throws SQLException {
        threads.shutdown();
        if (!ended()) { // a read that hangs still holds its connection; the threads end with the process
            return;
        }
        for (Connection connection : connections) {
            connection.close();
        }
    }

    private boolean ended() {
        try {
            return threads.awaitTermination(END_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
