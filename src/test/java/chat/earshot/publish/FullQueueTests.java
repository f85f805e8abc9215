package chat.earshot.publish;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.EarshotTest;
import chat.earshot.Reply;
import chat.earshot.RunningServer;
import chat.earshot.log.sqlite.FaultyConnections;
import chat.earshot.log.sqlite.FaultyDisk;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** As many POSTs as may wait for the disk: the next is refused at once, all else goes on, and each is stored that was told so. */
@EarshotTest(properties = {"earshot.log.queue=4", "earshot.log.append-timeout=60s"})
@Import(FaultyConnections.class)
class FullQueueTests {

    private static final int MANY = 20;

    private final RunningServer server;
    private final FaultyDisk disk;
    private final String room;

    FullQueueTests(RunningServer server, FaultyDisk disk) {
        this.server = server;
        this.disk = disk;
        this.room = server.newRoom();
    }

    @AfterEach
    void repair() {
        disk.work();
    }

    @Test
    void refusesAtOnceWhatCannotWait() throws InterruptedException {
        disk.hang();
        CompletableFuture<Reply> first = postAside();
        disk.awaitHanging();
        List<CompletableFuture<Reply>> others =
                Stream.generate(this::postAside).limit(MANY).toList();

        Reply refused = CompletableFuture.anyOf(others.toArray(CompletableFuture[]::new))
                .thenApply(Reply.class::cast)
                .join();
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.problem()).isEqualTo("busy");
        assertThat(refused.header("Retry-After")).isPresent();
        assertThat(server.get("/messages?room=" + room).status()).isEqualTo(200);
        assertThat(server.get("/livez").status()).isEqualTo(200);

        disk.work();
        assertThat(first.join().status()).isEqualTo(201);
        long stored = others.stream()
                .map(CompletableFuture::join)
                .filter(reply -> reply.status() == 201)
                .count();
        assertThat(server.get("/messages?room=" + room).json().get("events")).hasSize((int) stored + 1);
    }

    private CompletableFuture<Reply> postAside() {
        return CompletableFuture.supplyAsync(
                () -> server.post("/messages?room=" + room, "text/plain", "hello"), Thread::startVirtualThread);
    }
}
