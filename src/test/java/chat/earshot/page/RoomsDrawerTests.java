package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.Test;

/** On a phone the rooms are in a drawer. */
class RoomsDrawerTests extends PageTest {

    @Test
    void opensAndClosesByKeyboardAndGivesTheFocusBack() {
        LivePage ann = open(true);
        assertThat(drawer(ann)).isHidden();
        button(ann).focus();
        ann.page().keyboard().press("Enter");
        assertThat(drawer(ann)).isVisible();
        assertThat(ann.roomLink(room)).isFocused();
        ann.page().keyboard().press("Escape");

        assertThat(drawer(ann)).isHidden();
        assertThat(button(ann)).isFocused();
    }

    @Test
    void whatLiesBelowCannotBeReachedWhileItIsOpen() {
        LivePage ann = open(true);
        button(ann).press("Enter");
        assertThat(ann.roomLink(room)).isFocused();
        assertThat(ann.page().locator(":is(header, main)[inert]")).hasCount(2);
        for (int i = 0; i < 10; i++) {
            ann.page().keyboard().press("Tab");
            assertThat((Boolean) ann.page()
                            .evaluate("document.activeElement === document.body"
                                    + " || document.getElementById('rooms').contains(document.activeElement)"))
                    .isTrue();
        }
        ann.page().keyboard().press("Escape");

        assertThat(ann.page().locator("[inert]")).hasCount(0);
    }

    @Test
    void closesOnAPressBesideItAndByItsOwnButton() {
        LivePage ann = open(true);
        button(ann).click();
        assertThat(drawer(ann)).isVisible();
        ann.page().mouse().click(380, 400);
        assertThat(drawer(ann)).isHidden();
        assertThat(ann.page().locator("[inert]")).hasCount(0);

        button(ann).click();
        ann.page().locator(".rooms-close").click();
        assertThat(drawer(ann)).isHidden();
        ann.say("the page is there again");
        ann.shows("the page is there again");
    }

    @Test
    void aWindowThatGrowsWideHasThePanelInstead() {
        LivePage ann = open(true);
        button(ann).click();
        assertThat(drawer(ann)).isVisible();
        ann.page().setViewportSize(1280, 800);

        assertThat(ann.page().locator("#rooms:not(:popover-open)")).isVisible();
        assertThat(ann.page().locator("[inert]")).hasCount(0);
        assertThat(button(ann)).isHidden();
    }

    @Test
    void itsButtonTellsThatSomethingIsUnread() {
        String other = Server.freshRoom();
        String read = server.say(other, "bob", "read").id();
        server.say(other, "bob", "unread");
        LivePage ann = new LivePage(browsers.window(phone()));
        ann.page().addInitScript("localStorage.setItem('earshot.read', '{\"" + other + "\":\"" + read + "\"}')");
        ann.page().navigate(server.page(room).toString());

        assertThat(button(ann)).hasAccessibleName("Rooms Unread messages");
    }

    @Test
    void worksWithoutScript() {
        String other = Server.freshRoom();
        server.say(other, "bob", "over here");
        LivePage ann = open(false);
        assertThat(drawer(ann)).isHidden();
        button(ann).focus();
        ann.page().keyboard().press("Enter");
        ann.page().keyboard().press("Tab");
        assertThat(drawer(ann).locator(".mark")).isFocused();
        ann.page().keyboard().press("Escape");
        assertThat(drawer(ann)).isHidden();
        button(ann).click();
        ann.roomLink(other).click();

        ann.shows("over here");
    }

    @Test
    void fitsTwiceEnlargedInBothDirections() {
        LivePage ann = new LivePage(
                browsers.open(server.page(room), new Browser.NewContextOptions().setViewportSize(320, 256)));
        assertThat(sideways(ann)).isFalse();
        button(ann).click();
        assertThat(drawer(ann)).isVisible();
        assertThat(sideways(ann)).isFalse();
        ann.page().locator("#find-room").scrollIntoViewIfNeeded();
        assertThat(ann.page().locator("#find-room")).isInViewport();

        ann.page().evaluate("document.documentElement.dir = 'rtl'");
        assertThat((Boolean) drawer(ann).evaluate("drawer => drawer.getBoundingClientRect().right === innerWidth"))
                .isTrue();
        assertThat(sideways(ann)).isFalse();
    }

    private LivePage open(boolean script) {
        return new LivePage(browsers.open(server.page(room), phone().setJavaScriptEnabled(script)));
    }

    private static Browser.NewContextOptions phone() {
        return new Browser.NewContextOptions().setViewportSize(390, 844).setReducedMotion(ReducedMotion.REDUCE);
    }

    private static Locator drawer(LivePage page) {
        return page.page().locator("#rooms");
    }

    private static Locator button(LivePage page) {
        return page.page().locator("#rooms-button");
    }

    private static boolean sideways(LivePage page) {
        return (Boolean)
                page.page()
                        .evaluate(
                                "document.documentElement.scrollWidth > innerWidth"
                                        + " || document.getElementById('rooms').scrollWidth > document.getElementById('rooms').clientWidth");
    }
}
