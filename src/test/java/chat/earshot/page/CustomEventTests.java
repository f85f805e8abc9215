package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An EventSource hears only the types it listens for, and nobody knows beforehand which there will be. */
class CustomEventTests extends PageTest {

    @Test
    void oneOfAnUnseenTypeAppearsInItsPlace() {
        LivePage ann = open();
        server.say(room, "bob", "before");
        server.client().broadcast("newType" + room, "{\"price\": 2750.0, \"volume\": 12345678901234567890}", room);
        server.say(room, "bob", "after");

        assertThat(ann.entries()).hasCount(3);
        assertThat(ann.entries().nth(1)).containsText("newType" + room);
        assertThat(ann.payloads()).hasText("{\"price\": 2750.0, \"volume\": 12345678901234567890}");
        ann.shows("before", "after");
    }

    @Test
    void oneOfAnUnseenTypeAppearsThoughNothingFollowsIt() {
        LivePage ann = open();
        server.client().broadcast("quietType", "null", room);

        assertThat(ann.payloads()).hasText("null");
        assertThat(ann.page().locator("#empty")).hasCount(0);
    }

    @Test
    void oneOfAKnownTypeComesByStreamAlone() {
        server.client().broadcast("stockUpdate", "1", room);
        LivePage ann = open();
        List<String> fetched = new ArrayList<>();
        ann.page().onRequest(request -> {
            if (request.url().contains("/messages")) {
                fetched.add(request.url());
            }
        });
        server.client().broadcast("stockUpdate", "{\"price\":2.50}", room);

        assertThat(ann.payloads()).hasText(new String[] {"1", "{\"price\": 2.50}"});
        assertEquals(List.of(), fetched);
    }

    @Test
    void aTypeOnceHeardIsKnownInEveryRoom() {
        server.client().broadcast("buildDone", "1", room);
        LivePage ann = open();
        String other = Server.freshRoom();
        ann.page().navigate(server.page(other).toString());
        ann.live();
        ann.page().route("**/messages?*", route -> route.abort());
        server.client().broadcast("buildDone", "2", other);

        assertThat(ann.payloads()).hasText("2");
    }

    @Test
    void manyTypesAmongMessagesKeepTheirOrder() {
        LivePage ann = open();
        for (int i = 1; i <= 30; i++) {
            server.client().broadcast("type" + i % 7, "" + i, room);
            server.say(room, "bob", "text " + i);
        }
        assertThat(ann.entries()).hasCount(60);

        List<Object> sequences = sequences(ann);
        assertEquals(sequences.stream().sorted().toList(), sequences);
        assertEquals(60, sequences.stream().distinct().count());
    }

    @SuppressWarnings("unchecked")
    private static List<Object> sequences(LivePage window) {
        return (List<Object>) window.entries().evaluateAll("rows => rows.map(row => Number(row.dataset.id.slice(9)))");
    }

    private LivePage open() {
        return new LivePage(browsers.open(server.page(room))).live();
    }
}
