package chat.earshot.publish;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.Reply;
import chat.earshot.RunningServer;
import chat.earshot.testing.ChatClient.Answer;
import chat.earshot.testing.EventStream;

/** Someone who listens in a room of their own while others are refused there. */
public final class Bystander implements AutoCloseable {

    private final RunningServer server;
    private final String room;
    private final EventStream stream;

    public Bystander(RunningServer server) {
        this.server = server;
        this.room = server.newRoom();
        this.stream = server.listen(room);
    }

    public String room() {
        return room;
    }

    /** That the request was refused so, and that it left nothing behind. */
    public void assertRefused(Reply reply, int status, String problem) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.problem()).isEqualTo(problem);
        assertThat(reply.header("Content-Type")).contains("application/problem+json");
        assertNothingHappened();
    }

    /** That the next good request works, and that it is the first to be stored and the first to be heard. */
    public void assertNothingHappened() {
        Answer next = server.client().post("next", "ann", room);

        assertThat(next.status()).isEqualTo(201);
        assertThat(next.id()).endsWith("-1");
        assertThat(stream.nextEvent().id()).isEqualTo(next.id());
    }

    @Override
    public void close() {
        stream.close();
    }
}
