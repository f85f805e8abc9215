package chat.earshot.log.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.log.AppendException.Reason;
import chat.earshot.log.Appended;
import chat.earshot.log.EventLog;
import chat.earshot.log.EventLogContract;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteLogTests extends EventLogContract {

    @TempDir
    private Path folder;

    private OpenSqlite open;

    @Override
    protected EventLog open(long retainEvents) {
        open = OpenSqlite.in(folder, OpenSqlite.keeping(retainEvents), clock, moved::add);
        return open.log();
    }

    @Override
    protected void close() {
        open.close();
    }

    @Override
    protected void refuseUnwritable() {
        open.execute("""
                CREATE TRIGGER refused BEFORE INSERT ON event WHEN new.content LIKE '%unwritable%'
                BEGIN SELECT RAISE(ABORT, 'refused by the test'); END
                """);
    }

    @Override
    protected void failNextCommit(boolean afterAll) {
        open.connections().replaceNextCommit(connection -> {
            if (afterAll) {
                connection.commit();
            }
            throw FailingConnections.diskFull();
        });
    }

    @Test
    void nobodySeesAnEventBeforeItsCommitReturns() {
        HeldCommit held = HeldCommit.next(open.connections());
        CompletableFuture<Appended> append = log.append(message(LOBBY, "held"), null);
        held.awaitReached();
        assertThat(append).isNotDone();
        assertThat(log.head(LOBBY).sequence()).isZero();
        assertThat(log.after(LOBBY, 0, ALL)).isEmpty();
        held.release();
        assertThat(append.join().id().sequence()).isEqualTo(1);
    }

    @Test
    void whatWaitsDuringACommitGoesWithTheNextOne() {
        HeldCommit held = HeldCommit.next(open.connections());
        List<CompletableFuture<Appended>> appends = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            appends.add(log.append(message(LOBBY, "text " + i), null));
        }
        moved.clear();
        held.release();
        appends.forEach(CompletableFuture::join);
        assertThat(moved).as("commits that moved the head").hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void anEventThatCannotBeWrittenHarmsNoOtherOfItsGroup() {
        refuseUnwritable();
        HeldCommit held = HeldCommit.next(open.connections());
        CompletableFuture<Appended> first = log.append(message(LOBBY, "first"), null);
        CompletableFuture<Appended> good = log.append(message(LOBBY, "good"), null);
        CompletableFuture<Appended> bad = log.append(message(LOBBY, UNWRITABLE), null);
        CompletableFuture<Appended> last = log.append(message(LOBBY, "last"), null);
        held.release();
        first.join();
        good.join();
        assertFails(bad, Reason.UNWRITABLE);
        assertThat(last.join().id().sequence()).isEqualTo(3);
    }

    @Test
    void aWriteThatHangsFailsThoseWhoWaitAndIsSeen() {
        close();
        open = OpenSqlite.in(folder, OpenSqlite.hangingAfter(Duration.ofSeconds(1)), clock, moved::add);
        log = open.log();
        HeldCommit held = HeldCommit.next(open.connections());
        CompletableFuture<Appended> hangs = log.append(message(LOBBY, "hangs"), null);
        held.awaitReached();
        assertFails(log.append(message(LOBBY, "waits"), null), Reason.HANGING);
        assertFails(hangs, Reason.HANGING);
        OpenSqlite.await(() -> !log.isWritable());
        held.release();
        say(LOBBY, "goes on");
        assertThat(log.isWritable()).isTrue();
        assertThat(texts(log.after(LOBBY, 0, ALL))).containsExactly("hangs", "waits", "goes on");
    }

    /** A commit of nothing succeeds on the fullest disk. */
    @Test
    void whetherADiskThatFailedWorksAgainIsTriedByWriting() throws SQLException {
        try (Connection other = new LogFile(open.file()).openReader()) {
            long before = OpenSqlite.dataVersion(other);
            failNextCommit(false);
            assertFails(log.append(message(LOBBY, "lost"), null), Reason.STORAGE);
            OpenSqlite.await(() -> OpenSqlite.dataVersion(other) != before);
            OpenSqlite.await(log::isWritable);
        }
    }

    @Test
    void nobodyWaitsForAWriteThatHangsOnceTheLogIsClosed() {
        HeldCommit held = HeldCommit.next(open.connections());
        CompletableFuture<Appended> hangs = log.append(message(LOBBY, "hangs"), null);
        held.awaitReached();
        CompletableFuture<Appended> waits = log.append(message(LOBBY, "waits"), null);
        close();
        held.release();
        assertFails(hangs, Reason.HANGING);
        assertFails(waits, Reason.HANGING);
    }

    @Test
    void aFullQueueRefusesAtOnce() {
        close();
        open = OpenSqlite.in(folder, OpenSqlite.queueing(2), clock, moved::add);
        log = open.log();
        HeldCommit held = HeldCommit.next(open.connections());
        log.append(message(LOBBY, "in the commit"), null);
        held.awaitReached();
        log.append(message(LOBBY, "waits"), null);
        log.append(message(LOBBY, "waits"), null);
        assertFails(log.append(message(LOBBY, "too much"), null), Reason.BUSY);
        held.release();
    }

    @Test
    void itRecoversByItselfOnceTheDiskDoes() {
        failNextCommit(false);
        failNextCommit(false);
        assertFails(log.append(message(LOBBY, "lost"), null), Reason.STORAGE);
        OpenSqlite.await(() -> log.isWritable());
        assertThat(say(LOBBY, "found").sequence()).isEqualTo(1);
    }

    @Test
    void aLostConnectionIsReplaced() {
        open.connections().replaceNextCommit(connection -> {
            connection.close();
            throw FailingConnections.diskFull();
        });
        assertFails(log.append(message(LOBBY, "lost"), null), Reason.STORAGE);
        assertThat(say(LOBBY, "found").sequence()).isEqualTo(1);
    }

    @Test
    void itOutlivesABugInACommit() {
        open.connections().replaceNextCommit(connection -> {
            throw new IllegalStateException("a bug, as far as the log can tell");
        });
        assertFails(log.append(message(LOBBY, "lost"), null), Reason.STORAGE);
        assertThat(say(LOBBY, "found").sequence()).isEqualTo(1);
    }

    @Test
    void aLoweredRetentionIsCaughtUpWithInSteps() {
        for (int i = 0; i < 2_000; i++) {
            log.append(message(LOBBY, "text " + i), null);
        }
        say(LOBBY, "the last");
        reopen(10);
        OpenSqlite.await(() -> log.head(LOBBY).trimmed() == 1_991);
        assertThat(sequences(log.after(LOBBY, 0, ALL))).first().isEqualTo(1_992L);
    }

    @Test
    void theNewestKeysAreKeptAndOlderOnesForgotten() {
        close();
        open = OpenSqlite.in(folder, OpenSqlite.rememberingKeys(10), clock, moved::add);
        log = open.log();
        for (int i = 1; i <= 20; i++) {
            append(message(LOBBY, "text " + i), "key-" + i);
        }
        assertThat(open.count("idempotency")).isEqualTo(10);
        assertThat(append(message(LOBBY, "text 11"), "key-11").repeated()).isTrue();
        assertThat(append(message(LOBBY, "text 10"), "key-10").repeated()).isFalse();
    }

    @Test
    void oldKeysGoByThemselves() {
        append(message(LOBBY, "one"), "k");
        clock.advance(Duration.ofDays(2));
        OpenSqlite.await(() -> open.count("idempotency") == 0);
        assertThat(log.isWritable()).isTrue();
    }

    @Test
    void itIsSyncedAtEachCommit() throws SQLException {
        try (Connection connection = new LogFile(folder.resolve(OpenLog.FILE)).openWriter();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeQuery("PRAGMA journal_mode").getString(1))
                    .isEqualTo("wal");
            assertThat(statement.executeQuery("PRAGMA synchronous").getInt(1)).isEqualTo(2);
        }
    }

    @Test
    void whatWaitsIsWrittenBeforeItCloses() {
        List<CompletableFuture<Appended>> appends = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            appends.add(log.append(message(LOBBY, "text " + i), null));
        }
        reopen(1_000_000);
        assertThat(appends).allMatch(CompletableFuture::isDone);
        assertThat(log.head(LOBBY).sequence()).isEqualTo(300);
    }
}
