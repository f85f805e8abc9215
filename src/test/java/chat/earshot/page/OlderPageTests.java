package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page of older messages hears nothing; what is said there is to be seen elsewhere. */
class OlderPageTests extends PageTest {

    LivePage ann;

    @BeforeEach
    void enter() {
        ann = new LivePage(browsers.open(server.page(room))).live();
    }

    @Test
    void whatIsSaidThereLeadsToTheNewest() {
        String last = server.say(room, "bob", "one", "two").body();
        ann.page().navigate(server.page(room) + "?before=" + last.replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1"));
        ann.shows("one");
        ann.say("hello");

        ann.live().shows("one", "two", "hello");
        assertThat(ann.pending()).hasCount(0);
    }

    @Test
    void whatIsTakenBackThereLeadsNowhere() {
        browsers.expectComplaint("status of 422");
        String last = server.say(room, "bob", "one", "two").body();
        ann.page().navigate(server.page(room) + "?before=" + last.replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1"));
        ann.page().route("**/messages", route -> route.fulfill(new Route.FulfillOptions().setStatus(422)));
        ann.say("refused");
        ann.page().locator("#pending").getByText("Edit").click();

        assertThat(ann.pending()).hasCount(0);
        assertThat(ann.box()).hasValue("refused");
        assertThat(ann.state()).hasText("Not live");
    }

    @Test
    void whatGoesOutOnlyNowLeavesItWhereItIs() {
        browsers.expectComplaint("net::ERR_");
        String last = server.say(room, "bob", "one", "two").body();
        ann.page().context().route("**/messages", Route::abort);
        ann.say("hello");
        assertThat(ann.fates()).hasText("Waiting for the line");
        ann.page().navigate(server.page(room) + "?before=" + last.replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1"));
        assertThat(ann.fates()).hasText("Waiting for the line");
        ann.page().context().unroute("**/messages");
        ann.page().evaluate("dispatchEvent(new Event('online'))");

        assertThat(ann.fates()).hasText("Sent");
        assertThat(ann.state()).hasText("Not live");
        ann.shows("one");
    }
}
