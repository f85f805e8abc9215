package chat.earshot.log.sqlite;

import chat.earshot.log.AppendException.Reason;
import chat.earshot.log.Heads;
import chat.earshot.log.LogLimits;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * One commit after the other: rows, sync, publication, answers. Where writing a group fails, each of its drafts is tried
 * alone, so that one that cannot be written harms no other. Where the commit itself fails nobody can know what is on disk, so
 * all fail and the heads are read again before the next. Touched by the writer's thread alone once that has started.
 */
final class Commits implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Commits.class);

    private final ConnectionSource connections;
    private final Heads heads;
    private final RestoreMark mark;
    private final Retention retention;
    private final SqliteProperties properties;
    private final InstantSource clock;
    private final RoomRows rows;
    private Ledger ledger;
    private long appended;
    private Doubt doubt = Doubt.NONE;

    /** What must be made sure of before anything else is written. */
    private enum Doubt {
        NONE,
        /** A write failed: what is on disk may not be what we think. */
        HEADS,
        /** A rollback failed too: the connection is of no use any more. */
        CONNECTION
    }

    Commits(
            ConnectionSource connections,
            Ledger ledger,
            Heads heads,
            Epochs epochs,
            RestoreMark mark,
            SqliteProperties properties,
            LogLimits limits,
            InstantSource clock) {
        this.connections = connections;
        this.ledger = ledger;
        this.heads = heads;
        this.mark = mark;
        this.retention = new Retention(properties);
        this.properties = properties;
        this.clock = clock;
        this.rows = new RoomRows(heads, epochs, limits);
        readHeads();
        rollback();
    }

    /** Commits these drafts and answers each; false where the disk failed. */
    boolean append(List<Pending> waiting) {
        Instant now = clock.instant();
        Group group = new Group(waiting, now, properties);
        rows.beginGroup();
        try {
            settle();
            group.write(ledger, room -> rows.findOrAdd(room, ledger, now), retention);
        } catch (DataAccessException | SQLException e) {
            return notWritten(waiting, e);
        }
        if (!commit()) {
            waiting.forEach(pending -> pending.fail(Reason.STORAGE, null));
            return false;
        }
        appended += group.size();
        group.rows().forEach(rows::put);
        group.publish(heads);
        group.answer();
        note(); // last, since somebody waits for all the others
        return true;
    }

    /** A small step of what can wait: a failed disk tried again, old events and keys removed. False where the disk failed. */
    boolean tidy() {
        try {
            settle();
            retention.forgetOldKeys(ledger, clock.instant());
            Optional<RoomRow> trimmed = retention.nextOverdue(rows::find);
            trimmed.ifPresent(ledger::trim);
            if (!commit()) {
                return false;
            }
            trimmed.ifPresent(this::put);
            return true;
        } catch (DataAccessException | SQLException e) {
            giveUp(e);
            return false;
        }
    }

    /** Has the connection replaced and the heads read again before anything else is written. */
    void distrust() {
        doubt = Doubt.CONNECTION;
    }

    @Override
    public void close() throws SQLException, IOException {
        ledger.close();
        mark.close();
    }

    private boolean notWritten(List<Pending> waiting, Exception failure) {
        SqliteFault fault = SqliteFault.of(failure);
        if (fault == SqliteFault.ROW && waiting.size() > 1) {
            rollback();
            return waiting.stream().map(List::of).map(this::append).reduce(true, Boolean::logicalAnd);
        }
        giveUp(failure);
        waiting.forEach(pending -> pending.fail(fault.reason(), failure));
        return fault != SqliteFault.STORAGE;
    }

    private boolean commit() {
        try {
            ledger.commit();
            doubt = Doubt.NONE;
            return true;
        } catch (SQLException e) {
            giveUp(e);
            return false;
        }
    }

    private void giveUp(Exception failure) {
        LOG.debug("not written", failure);
        doubt = Doubt.HEADS;
        rollback();
    }

    private void rollback() {
        try {
            ledger.rollback();
        } catch (SQLException e) {
            LOG.debug("not rolled back", e);
            doubt = Doubt.CONNECTION;
        }
    }

    private void settle() throws SQLException {
        if (doubt == Doubt.CONNECTION) {
            ledger.close();
            ledger = Ledger.open(connections);
            doubt = Doubt.HEADS;
        }
        if (doubt == Doubt.HEADS) {
            ledger.touch(); // a commit of nothing would succeed on the fullest disk
            readHeads();
        }
    }

    private void readHeads() {
        appended = ledger.appended();
        List<RoomRow> stored = ledger.rooms();
        rows.recover(stored);
        stored.forEach(retention::look);
    }

    private void put(RoomRow row) {
        rows.put(row);
        heads.put(row.room(), row.head());
    }

    private void note() {
        try {
            mark.note(appended);
        } catch (IOException e) {
            LOG.debug("the mark stays behind the log, which is harmless", e);
        }
    }
}
