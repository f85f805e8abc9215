package chat.earshot.log.sqlite;

import chat.earshot.log.HeadFollower;
import chat.earshot.log.Heads;
import chat.earshot.log.LogLimits;
import chat.earshot.log.TailProperties;
import java.sql.SQLException;
import java.time.InstantSource;

/** The parts of an open log, put together in the order in which they need each other. */
record SqliteLogs(SqliteLog log, Heads heads) {

    /**
     * Opens the log in the directory, which stays the caller's to close after the log.
     *
     * @param follower told of each room whose head has moved, on the writer's thread
     * @throws LogUnusableException if the log cannot be used as it is
     */
    static SqliteLogs open(
            DataDirectory directory,
            ConnectionSource connections,
            SqliteProperties properties,
            TailProperties tails,
            LogLimits limits,
            InstantSource clock,
            HeadFollower follower) {
        OpenLog open = new OpenLog(directory, connections);
        Ledger ledger = open.ledger();
        RestoreMark mark = open.mark(ledger);
        Epochs epochs = new Epochs(ledger.secret());
        Heads heads = new Heads(tails, room -> epochs.of(room, 0), follower);
        Commits commits = new Commits(connections, ledger, heads, epochs, mark, properties, limits, clock);
        SqliteLog log =
                new SqliteLog(heads, commits, new Writer(commits, properties), readers(connections, properties));
        log.start();
        return new SqliteLogs(log, heads);
    }

    private static Readers readers(ConnectionSource connections, SqliteProperties properties) {
        try {
            return new Readers(connections, properties.readers());
        } catch (SQLException e) {
            throw new LogUnusableException("the log cannot be opened for reading", e);
        }
    }
}
