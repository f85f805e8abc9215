package chat.earshot.jar;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.testing.ChatClient;
import chat.earshot.testing.ChatClient.Answer;
import chat.earshot.testing.Entry;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a room's log holds, paged out of {@code GET /messages}. */
final class RoomLog {

    private static final int PAGE = 200;

    private RoomLog() {}

    /** All the messages of a room that somebody has spoken in, oldest first. */
    static List<Entry> read(ChatClient client, String room) {
        String cursor = epochOf(newest(client, room)) + "-0";
        List<Entry> all = new ArrayList<>();
        boolean more = true;
        while (more) {
            JsonNode page = page(client, room, "&limit=" + PAGE + "&after=" + cursor);
            page.path("events").forEach(event -> all.add(entry(event)));
            more = page.path("newer").booleanValue();
            cursor = all.getLast().id();
        }
        return all;
    }

    /** The id of what was said there last. */
    static String newest(ChatClient client, String room) {
        return page(client, room, "&limit=1").path("events").path(0).path("id").stringValue();
    }

    static String epochOf(String id) {
        return id.substring(0, id.indexOf('-'));
    }

    static long sequenceOf(String id) {
        return Long.parseLong(id.substring(id.indexOf('-') + 1));
    }

    static String text(String json) {
        return text(JsonMapper.shared().readTree(json));
    }

    private static JsonNode page(ChatClient client, String room, String query) {
        Answer answer = client.get("/messages?room=" + room + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static Entry entry(JsonNode event) {
        return new Entry(event.path("id").stringValue(), text(event));
    }

    private static String text(JsonNode event) {
        return event.path("text").stringValue();
    }
}
