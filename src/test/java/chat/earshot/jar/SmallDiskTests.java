package chat.earshot.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.earshot.testing.ChatClient;
import chat.earshot.testing.ChatClient.Answer;
import chat.earshot.testing.Deadline;
import chat.earshot.testing.EventStream;
import chat.earshot.testing.SseBlock;
import chat.earshot.testing.StreamRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A log on a file system that gets full, and is freed again. */
@Tag("jar")
class SmallDiskTests {

    private static final String ROOM = "disk";
    private static final String TEXT = "x".repeat(4_000);

    private static final int BEFORE = 100;
    private static final int MOST = 300;

    private final List<String> acknowledged = new ArrayList<>();
    private JarServers jar;
    private SmallDisk disk;

    @BeforeEach
    void mount() throws IOException {
        disk = SmallDisk.mount();
        jar = new JarServers();
    }

    @AfterEach
    void unmount() throws IOException {
        if (disk != null) {
            jar.close();
            disk.close();
        }
    }

    @Test
    void refusesWhileItIsFullAndGoesOnByItselfOnceItIsNot() throws Exception {
        JarServer server = jar.start(disk.path("data"));
        try (ChatClient client = new ChatClient(server.address());
                EventStream stream =
                        StreamRequest.to(server.address()).room(ROOM).open().awaitOpen()) {
            for (int i = 0; i < BEFORE; i++) {
                post(client);
            }
            disk.fill();
            postUntilItIsFull(client);
            assertGoesOn(server, client);
            disk.free();
            await().atMost(Deadline.GENEROUS).until(() -> post(client) == 201);

            assertThat(client.get("/readyz").status()).isEqualTo(200);
            assertThat(heard(stream)).isEqualTo(acknowledged);
        }
        server.terminate();
        assertThat(check(server.data())).isEqualTo("ok");
        assertKeptOverARestart(server);
    }

    /** Gives the status. */
    private int post(ChatClient client) {
        Answer answer = client.post(TEXT, "ann", ROOM);
        if (answer.status() == 201) {
            acknowledged.add(answer.id());
        }
        return answer.status();
    }

    /** What SQLite has already taken for itself is still written to. */
    private void postUntilItIsFull(ChatClient client) {
        int status = 201;
        for (int i = 0; status == 201 && i < MOST; i++) {
            status = post(client);
        }
        assertThat(status).isEqualTo(507);
        assertThat(post(client)).isEqualTo(507);
    }

    private void assertGoesOn(JarServer server, ChatClient client) {
        assertThat(client.get("/livez").status()).isEqualTo(200);
        assertThat(client.get("/readyz").status()).isEqualTo(503);
        assertThat(client.get("/messages?room=" + ROOM).status()).isEqualTo(200);
        try (EventStream late =
                StreamRequest.to(server.address()).room(ROOM).last(500).open()) {
            assertThat(heard(late)).isEqualTo(acknowledged);
        }
    }

    private List<String> heard(EventStream stream) {
        return Stream.generate(stream::nextEvent)
                .map(SseBlock::id)
                .limit(acknowledged.size())
                .toList();
    }

    private void assertKeptOverARestart(JarServer ended) {
        JarServer again = jar.startAgain(ended);
        try (ChatClient client = new ChatClient(again.address())) {
            assertThat(RoomLog.read(client, ROOM))
                    .extracting(entry -> entry.id())
                    .isEqualTo(acknowledged);
            assertThat(post(client)).isEqualTo(201);
        }
    }

    private static String check(Path data) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("earshot.db"));
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("PRAGMA integrity_check")) {
            return answer.getString(1);
        }
    }
}
