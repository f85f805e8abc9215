package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** Who comes back sees from where they have not read. */
class UnreadTests extends PageTest {

    /** A headless browser never hides a page by itself. */
    private static final String HIDEABLE = """
            let hidden = false;
            Object.defineProperty(document, 'hidden', { get: () => hidden });
            window.hide = now => { hidden = now; document.dispatchEvent(new Event('visibilitychange')); };
            """;

    @Test
    void aDividerStandsBeforeTheFirstMessageNotYetRead() {
        server.say(room, "bob", "read", "read too");
        LivePage ann = open();
        assertThat(divider(ann)).hasCount(0);
        ann.page().navigate("about:blank");
        server.say(room, "bob", "new", "newer");
        ann.page().navigate(server.page(room).toString());

        assertDividedBefore(ann.live(), "new");
        ann.page().reload();
        assertThat(divider(ann.live())).hasCount(0);
    }

    @Test
    void theTitleCountsWhatComesWhileThePageIsHidden() {
        LivePage ann = open();
        hide(ann, true);
        server.say(room, "bob", "one");
        assertThat(ann.page()).hasTitle("(1) " + room + " · Earshot");
        server.say(room, "bob", "two");
        assertThat(ann.page()).hasTitle("(2) " + room + " · Earshot");
        hide(ann, false);

        assertThat(ann.page()).hasTitle(room + " · Earshot");
        assertDividedBefore(ann, "one");
        hide(ann, true);
        assertThat(divider(ann)).hasCount(0);
        server.say(room, "bob", "three");
        assertDividedBefore(ann, "three");
        assertThat(ann.page()).hasTitle("(1) " + room + " · Earshot");
    }

    @Test
    void theTitleCountsNoFurtherThanItCanBeRead() {
        LivePage ann = open();
        hide(ann, true);
        server.sayMany(room, 101);

        assertThat(ann.page()).hasTitle("(99+) " + room + " · Earshot");
    }

    @Test
    void whoReadsFurtherUpFindsTheDividerOnTheWayDown() {
        server.sayMany(room, 50);
        LivePage ann = open();
        ann.scrollUp(1_000);
        server.say(room, "bob", "new", "newer");
        assertThat(ann.jump()).hasText("2 new messages");
        assertDividedBefore(ann, "new");
        ann.jump().click();
        assertThat(divider(ann)).isInViewport();
        server.say(room, "bob", "followed");
        assertThat(ann.texts().last()).hasText("followed");
        assertDividedBefore(ann, "new");

        ann.scrollUp(1_000);
        server.say(room, "bob", "newest");
        assertThat(ann.jump()).hasText("One new message");
        assertDividedBefore(ann, "newest");
    }

    @Test
    void whoAnswersHasRead() {
        LivePage ann = open();
        hide(ann, true);
        server.say(room, "bob", "hello");
        assertThat(divider(ann)).hasCount(1);
        hide(ann, false);
        ann.say("hello bob");

        ann.shows("hello", "hello bob");
        assertThat(divider(ann)).hasCount(0);
    }

    @Test
    void theDividerFindsItsPlaceAmongOlderMessages() {
        server.sayMany(room, 10);
        LivePage ann = open();
        ann.page().navigate("about:blank");
        for (int i = 11; i <= 120; i++) {
            server.say(room, "bob", "text " + i);
        }
        ann.page().navigate(server.page(room).toString());
        assertDividedBefore(ann.live(), "text 71");
        ann.scrollUp(LivePage.TO_THE_BEGINNING);

        assertThat(ann.texts().first()).hasText("text 1");
        assertDividedBefore(ann, "text 11");
    }

    private static void assertDividedBefore(LivePage window, String text) {
        assertThat(divider(window)).hasCount(1);
        assertThat(window.page().locator("#entries .unread-line + .entry .text"))
                .hasText(text);
    }

    private static Locator divider(LivePage window) {
        return window.page().locator("#entries .unread-line");
    }

    private static void hide(LivePage window, boolean hidden) {
        window.page().evaluate("hidden => hide(hidden)", hidden);
    }

    private LivePage open() {
        Page page = browsers.window(new Browser.NewContextOptions());
        page.addInitScript(HIDEABLE);
        page.navigate(server.page(room).toString());
        return new LivePage(page).live();
    }
}
