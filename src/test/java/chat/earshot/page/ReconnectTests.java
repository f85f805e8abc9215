package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import chat.earshot.testing.browser.CuttableLine;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Route;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A line that breaks costs nobody a word, and nobody hears one twice. */
class ReconnectTests extends PageTest {

    CuttableLine line;

    @BeforeEach
    void enter() {
        line = CuttableLine.to(server.base());
        browsers.expectComplaint("net::ERR_");
    }

    @AfterEach
    void closeTheLine() {
        line.close();
    }

    @Test
    void afterACutItResumesWithNothingMissedOrDoubled() {
        LivePage ann = open();
        server.say(room, "bob", "heard");
        ann.shows("heard");

        line.cut();
        assertThat(ann.state()).hasText("Reconnecting…");
        server.say(room, "bob", "said meanwhile", "and this");
        line.mend();

        ann.live();
        server.say(room, "bob", "live again");
        ann.shows("heard", "said meanwhile", "and this", "live again");
        assertThat(ann.gap()).hasCount(0);
    }

    @Test
    void aReaderWhoIsCutBeforeItHeardAnythingMissesNothing() {
        LivePage ann = open();
        line.cut();
        assertThat(ann.state()).hasText("Reconnecting…");
        server.say(room, "bob", "the first word");
        line.mend();

        ann.shows("the first word");
    }

    @Test
    void anEventOfAnUnseenTypeSaidDuringACutIsNotMissed() {
        LivePage ann = open();
        line.cut();
        assertThat(ann.state()).hasText("Reconnecting…");
        server.client().broadcast("unheardOf", "1", room);
        server.say(room, "bob", "after it");
        line.mend();

        assertThat(ann.entries()).hasCount(2);
        assertThat(ann.entries().first()).containsText("unheardOf");
    }

    @Test
    void aBrowserThatIsOfflineSaysSoAndComesBackByItself() {
        LivePage ann = open();
        ann.page().context().setOffline(true);
        line.cut();
        assertThat(ann.state()).hasText("Offline");
        server.say(room, "bob", "said meanwhile");
        line.mend();
        ann.page().context().setOffline(false);

        ann.live().shows("said meanwhile");
    }

    @Test
    void aStreamThatIsRefusedIsAskedForAgain() {
        browsers.expectComplaint("status of 503");
        AtomicInteger refusals = new AtomicInteger(2);
        LivePage ann = window();
        ann.page().route("**/events?*", route -> {
            if (refusals.getAndDecrement() > 0) {
                route.fulfill(new Route.FulfillOptions().setStatus(503).setBody("busy"));
            } else {
                route.resume();
            }
        });
        enter(ann);
        server.say(room, "bob", "hello");

        ann.live().shows("hello");
    }

    @Test
    void comesBackFromAnotherPageWithNothingMissed() {
        LivePage ann = open();
        server.say(room, "bob", "heard");
        ann.shows("heard");
        ann.page().navigate(line.address() + "rooms/elsewhere");
        server.say(room, "bob", "said meanwhile");
        ann.page().goBack();

        ann.live().shows("heard", "said meanwhile");
    }

    private LivePage open() {
        LivePage page = window();
        enter(page);
        return page.live();
    }

    private LivePage window() {
        return new LivePage(browsers.window(new Browser.NewContextOptions()));
    }

    private void enter(LivePage page) {
        page.page().navigate(Server.page(line.address(), room).toString());
    }
}
