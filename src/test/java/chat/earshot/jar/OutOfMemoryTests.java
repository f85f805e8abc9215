package chat.earshot.jar;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.testing.ChatClient;
import chat.earshot.testing.ChatClient.Answer;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The jar in a heap that its rooms' tails outgrow. */
@Tag("jar")
class OutOfMemoryTests {

    /** What the JVM exits with for {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

    private static final String PAYLOAD = '"' + "x".repeat(60_000) + '"';
    private static final int IN_EACH_ROOM = 16;
    private static final int MOST = 2_000;

    @AutoClose
    private final JarServers jar = new JarServers();

    @Test
    void endsRatherThanLingerAndKeepsWhatItHasAcknowledged() {
        Path data = jar.path("data");
        JarProcess process = jar.run(
                Map.of("JAVA_TOOL_OPTIONS", "-Xmx48m"),
                "--server.port=0",
                "--earshot.data-dir=" + data,
                "--earshot.limits.posts-per-second=0"); // a refused POST would be a line that breaks, too

        List<String> acknowledged = fill(JarServer.of(process, data));

        assertThat(process.awaitExit().code()).isEqualTo(OUT_OF_MEMORY);
        assertThat(acknowledged).isNotEmpty();
        try (ChatClient client = new ChatClient(jar.start(data).address())) {
            assertThat(kept(client, acknowledged.size() / IN_EACH_ROOM)).containsAll(acknowledged);
        }
    }

    /** Speaks in one room after the other until nobody answers. */
    private static List<String> fill(JarServer server) {
        List<String> acknowledged = new ArrayList<>();
        try (ChatClient client = new ChatClient(server.address())) {
            for (int n = 0; n < MOST; n++) {
                Answer answer = client.broadcast("filler", PAYLOAD, "room" + n / IN_EACH_ROOM);
                if (answer.status() == 200) {
                    acknowledged.add(answer.id());
                }
            }
        } catch (UncheckedIOException e) {
            return acknowledged; // gone, as it should be
        }
        throw new AssertionError("It has taken " + acknowledged.size() + " and still lives");
    }

    private static List<String> kept(ChatClient client, int newestRoom) {
        return IntStream.rangeClosed(0, newestRoom)
                .mapToObj(n -> client.get("/messages?limit=200&room=room" + n).body())
                .flatMap(page ->
                        JsonMapper.shared().readTree(page).path("events").valueStream())
                .map(event -> event.path("id").stringValue())
                .toList();
    }
}
