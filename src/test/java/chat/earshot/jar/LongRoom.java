package chat.earshot.jar;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.testing.ChatClient;
import chat.earshot.testing.ChatClient.Answer;
import chat.earshot.testing.History;
import chat.earshot.testing.StreamRequest;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;

/** A room that holds more than the socket buffers of a connection take, so that a reader who does not read stalls a write. */
final class LongRoom {

    static final String NAME = "long";

    private static final int TEXTS = 500; // of some 16 KB each
    private static final int READERS = 5;
    private static final int RECEIVE_BUFFER = 65_536;

    private final URI server;
    private final History history;
    private final Uptime uptime;
    private int visits;

    LongRoom(URI server, History history, Uptime uptime) {
        this.server = server;
        this.history = history;
        this.uptime = uptime;
    }

    void fill(ChatClient client) {
        for (int n = 1; n <= TEXTS; n++) {
            String key = "long-" + n;
            history.sent(key, NAME, text(n), System.nanoTime());
            Answer answer = client.postWithKey(key, text(n), NAME);
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            history.acknowledged(key, answer.id(), System.nanoTime());
        }
    }

    /** New readers of all that is there, who do not read on until they are told to. */
    List<FollowingReader> visit() {
        visits++;
        StreamRequest request = StreamRequest.to(server).room(NAME).last(TEXTS).receiveBuffer(RECEIVE_BUFFER);
        List<FollowingReader> visitors = IntStream.range(0, READERS)
                .mapToObj(n -> new FollowingReader(
                        "visitor %d of visit %d".formatted(n, visits), request, text(TEXTS), history, uptime))
                .toList();
        visitors.forEach(FollowingReader::rest);
        return visitors;
    }

    private static String text(int n) {
        return "long-" + n + " " + "🌿".repeat(3_900);
    }
}
