package chat.earshot.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.earshot.Reply;
import chat.earshot.RunningServer;
import chat.earshot.log.sqlite.FaultyDisk;
import chat.earshot.testing.Deadline;
import chat.earshot.testing.EventStream;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody hears or sees an event, and nobody is told that it is stored, before it is durable. */
@FaultyDiskTest
class HangingDiskTests {

    private static final String KEY = "Idempotency-Key: k";

    private final RunningServer server;
    private final FaultyDisk disk;
    private final String room;
    private CompletableFuture<Reply> post = new CompletableFuture<>();

    HangingDiskTests(RunningServer server, FaultyDisk disk) {
        this.server = server;
        this.disk = disk;
        this.room = server.newRoom();
    }

    @BeforeEach
    void postWhileTheDiskHangs() throws InterruptedException {
        disk.hang();
        post = CompletableFuture.supplyAsync(this::post, Thread::startVirtualThread);
        disk.awaitHanging();
    }

    @AfterEach
    void repair() {
        disk.work();
        post.join();
        await().atMost(Deadline.GENEROUS).until(() -> server.get("/readyz").status() == 200);
    }

    @Test
    void answersNoPostBeforeItsEventIsDurable() {
        server.get("/rooms");
        assertThat(post).isNotDone();

        disk.work();
        assertThat(post.join().status()).isEqualTo(201);
    }

    @Test
    void showsNobodyAnEventThatIsNotDurable() {
        assertThat(server.get("/messages?room=" + room).body())
                .isEqualTo("{\"events\":[],\"older\":false,\"newer\":false}\n");
    }

    @Test
    void countsNoEventThatIsNotDurable() {
        try (EventStream stream = server.listen(room)) {
            assertThat(stream.lastEventId()).endsWith("-0");
        }
    }

    @Test
    void tellsNobodyOfAnEventBeforeItIsDurable() {
        try (EventStream stream =
                        server.events(room).parameter("presence", "true").open().awaitOpen();
                EventStream marker = server.listen(room)) {
            assertThat(stream.nextEvent().type()).isEqualTo("presence"); // which is told after any event that there is
            assertThat(marker.drain()).hasSize(1);

            disk.work();
            assertThat(marker.nextEvent().id()).isEqualTo(post.join().text("id"));
        }
    }

    @Test
    void answersAPostThatTakesTooLongWithoutAWordAboutWhatBecomesOfIt() {
        Reply reply = post.join();

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.problem()).isEqualTo("log-hanging");
        assertThat(reply.header("Retry-After")).isPresent();
    }

    @Test
    void storesOnceWhatIsSentAgainAfterTheDiskHung() {
        post.join();
        disk.work();

        Reply again = post();
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("id")).endsWith("-1");
    }

    @Test
    void isNotReadyWhileAWriteHangsForTooLong() {
        post.join();

        await().atMost(Deadline.GENEROUS).until(() -> server.get("/readyz").status() == 503);
    }

    private Reply post() {
        return server.post("/messages?room=" + room, "text/plain", "hello", KEY);
    }
}
