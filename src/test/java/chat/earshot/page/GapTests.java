package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import chat.earshot.testing.browser.CuttableLine;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** What could not be heard is said, and offered where it is kept. */
@TestPropertySource(properties = "earshot.log.retain-events=10")
class GapTests extends PageTest {

    @Test
    void saysHowManyWereMissedThatAreNoLongerKept() {
        browsers.expectComplaint("net::ERR_");
        try (CuttableLine line = CuttableLine.to(server.base())) {
            LivePage ann = new LivePage(browsers.open(Server.page(line.address(), room))).live();
            server.say(room, "bob", "heard");
            ann.shows("heard");
            line.cut();
            assertThat(ann.state()).hasText("Reconnecting…");
            server.sayMany(room, 300);
            line.mend();

            assertThat(ann.texts().last()).hasText("text 300");
            Locator words = ann.gap().locator("[data-part=words]");
            assertThat(words).hasText(Pattern.compile("^\\d+ messages were missed here and are no longer kept$"));
            assertThat(ann.gap().getByRole(AriaRole.BUTTON)).hasCount(0);
            int missed = Integer.parseInt(words.textContent().split(" ")[0]);
            assertThat(ann.texts()).hasCount(1 + 300 - missed);
        }
    }

    @Test
    void offersWhatIsKeptWhereItsPositionIsNotKnown() {
        server.say(room, "bob", "one", "two");
        LivePage ann = window();
        ann.page().route("**/events?*", route -> {
            server.say(room, "bob", "three");
            String url = route.request().url().replaceFirst("lastEventId=[^&]*", "lastEventId=zzzzzzzz-1");
            route.resume(new Route.ResumeOptions().setUrl(url));
        });
        enter(ann);
        assertThat(ann.gap()).containsText("Some messages may be missing here");
        ann.gap().getByText("Load what is kept").click();

        ann.shows("one", "two", "three");
        assertThat(ann.gap()).hasCount(0);
        server.say(room, "bob", "four");
        ann.shows("one", "two", "three", "four");
    }

    @Test
    void offersAgainWhatCouldNotBeFetched() {
        browsers.expectComplaint("status of 500");
        LivePage ann = window();
        enter(ann);
        ann.live();
        ann.page().route("**/messages?*", route -> route.fulfill(new Route.FulfillOptions().setStatus(500)));
        server.client().broadcast("neverSeen", "1", room);
        server.client().broadcast("neverSeen", "2", room);
        server.say(room, "bob", "after");
        assertThat(ann.gap()).containsText("2 messages are missing here");
        ann.shows("after");
        ann.gap().getByText("Load what is kept").click();
        assertThat(ann.gap()).containsText("They could not be loaded");
        assertThat(ann.page().locator("#told")).hasText("They could not be loaded");
        assertThat(ann.gap().getByText("Load what is kept")).isFocused();

        ann.page().unroute("**/messages?*");
        ann.gap().getByText("Load what is kept").click();
        assertThat(ann.payloads()).hasText(new String[] {"1", "2"});
        assertThat(ann.gap()).hasCount(0);
        assertThat(ann.entries().last()).containsText("after");
    }

    private void enter(LivePage page) {
        page.page().navigate(server.page(room).toString());
    }

    private static LivePage window() {
        return new LivePage(browsers.window(new Browser.NewContextOptions()));
    }
}
