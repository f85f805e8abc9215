package chat.earshot.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.earshot.Reply;
import chat.earshot.RunningServer;
import chat.earshot.log.sqlite.FaultyDisk;
import chat.earshot.testing.Deadline;
import chat.earshot.testing.EventStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteErrorCode;

/** A disk that is full, or fails otherwise: POSTs are refused, all else goes on, and it is over without a restart. */
@FaultyDiskTest
class FullDiskTests {

    private static final int AT_ONCE = 30;

    private final RunningServer server;
    private final FaultyDisk disk;
    private final String room;

    FullDiskTests(RunningServer server, FaultyDisk disk) {
        this.server = server;
        this.disk = disk;
        this.room = server.newRoom();
        server.say(room, 1);
        disk.fill();
    }

    @AfterEach
    void repair() {
        disk.work();
        awaitReadiness(200);
    }

    @Test
    void answersThatTheLogCannotBeWritten() {
        Reply reply = post();

        assertThat(reply.status()).isEqualTo(507);
        assertThat(reply.problem()).isEqualTo("log-not-writable");
        assertThat(reply.header("Retry-After").orElseThrow()).matches("[1-9][0-9]*");
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "SQLITE_IOERR",
                "SQLITE_IOERR_WRITE",
                "SQLITE_IOERR_FSYNC",
                "SQLITE_READONLY",
                "SQLITE_CANTOPEN",
                "SQLITE_CORRUPT",
                "SQLITE_NOTADB",
                "SQLITE_NOMEM"
            })
    void answersTheSameWhereItFailsInAnotherWay(SQLiteErrorCode how) {
        disk.fail(how);
        Reply reply = post();

        assertThat(reply.status()).isEqualTo(507);
        assertThat(reply.problem()).isEqualTo("log-not-writable");
        disk.work();
        assertThat(post().text("id")).endsWith("-2");
    }

    @Test
    void storesNothingOfWhatItCouldNotWrite() {
        post();

        assertThat(server.get("/messages?room=" + room).json().get("events")).hasSize(1);
    }

    @Test
    void deliversNothingOfWhatItCouldNotWrite() {
        try (EventStream stream = server.listen(room)) {
            post();
            disk.work();
            Reply next = post();

            assertThat(stream.nextEvent().id()).isEqualTo(next.text("id"));
        }
    }

    @Test
    void leavesNoHoleBehind() throws Exception {
        assertThat(atOnce(this::post)).extracting(Reply::status).containsOnly(507);
        disk.work();

        assertThat(post().text("id")).endsWith("-2");
    }

    @Test
    void stillReadsAndListens() {
        post();

        try (EventStream stream = server.events(room).last(1).open()) {
            assertThat(stream.nextEvent().id()).endsWith("-1");
        }
    }

    @Test
    void isNotReadyButAlive() {
        post();

        assertThat(server.get("/readyz").status()).isEqualTo(503);
        assertThat(server.get("/livez").status()).isEqualTo(200);
    }

    @Test
    void isReadyAgainByItself() {
        post();
        disk.work();

        awaitReadiness(200);
    }

    /** It writes nothing, so that it would say nothing of the disk. */
    @Test
    void staysUnreadyWhereAStoredMessageIsSentAgain() {
        disk.work();
        assertThat(postWithKey().status()).isEqualTo(201);
        disk.fill();
        post();

        assertThat(postWithKey().status()).isEqualTo(507);
        assertThat(server.get("/readyz").status()).isEqualTo(503);
        disk.work();
        assertThat(postWithKey().status()).isEqualTo(200);
    }

    @Test
    void takesTheNextMessageAsSoonAsItCan() {
        post();
        disk.work();

        assertThat(post().status()).isEqualTo(201);
    }

    private void awaitReadiness(int status) {
        await().atMost(Deadline.GENEROUS).until(() -> server.get("/readyz").status() == status);
    }

    private Reply post() {
        return server.post("/messages?room=" + room, "text/plain", "hello");
    }

    private Reply postWithKey() {
        return server.post("/messages?room=" + room, "text/plain", "once", "Idempotency-Key: k");
    }

    private static List<Reply> atOnce(Callable<Reply> attempt) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads
                    .invokeAll(Stream.generate(() -> attempt).limit(AT_ONCE).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}
