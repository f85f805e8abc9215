package chat.earshot.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.Reply;
import chat.earshot.RunningServer;
import chat.earshot.testing.EventStream;
import chat.earshot.testing.SseBlock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One who has listened in a room from its beginning, and reads its log as well. */
final class Witness implements AutoCloseable {

    /** Reads numbers as long as the server takes them. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNumberLength(100_000)
                            .build())
                    .build())
            .build();

    private final RunningServer server;
    private final String room;
    private final EventStream stream;
    private final Set<String> known = new HashSet<>();
    private String last;

    Witness(RunningServer server) {
        this.server = server;
        this.room = server.newRoom();
        this.stream = server.listen(room);
        this.last = stream.lastEventId();
    }

    String room() {
        return room;
    }

    /** Whether this was stored here before it was asked last. */
    boolean knows(String id) {
        return known.contains(id);
    }

    /** What was stored since this was asked last, as it was heard: in the same order, under the same ids, with the same content. */
    List<SseBlock> stored() {
        Reply page = server.get("/messages?room=" + room + "&after=" + last);
        assertThat(page.status()).isEqualTo(200);
        return JSON.readTree(page.body())
                .get("events")
                .valueStream()
                .map(event -> heard(event, page.body()))
                .toList();
    }

    /** That nothing but what was stored has been heard, and that the stream is whole. */
    void assertNothingElse() {
        assertThat(stored()).isEmpty();
        String next = server.client().post("next", "ann", room).id();
        assertThat(stream.nextEvent().id()).isEqualTo(next);
    }

    private SseBlock heard(JsonNode event, String page) {
        SseBlock heard = stream.nextEvent();
        assertThat(heard.id()).isEqualTo(event.get("id").stringValue());
        assertThat(heard.type()).isEqualTo(event.get("type").stringValue());
        assertThat(heard.comments()).isEmpty();
        assertThat(page).contains(heard.isMessage() ? heard.data() : "\"payload\":" + heard.data() + ",\"sentAt\":\"");
        last = heard.id();
        known.add(last);
        return heard;
    }

    @Override
    public void close() {
        stream.close();
    }
}
