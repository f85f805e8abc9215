package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import chat.earshot.testing.browser.Browsers;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A window with nearly everything that the page ever shows, all at once: its reader, Ann Lee, comes back after a while. */
record FullWindow(LivePage page, String otherRoom) {

    private static final String TAKEN_IN_NO_ROOM = "a bell: \u0007";

    static FullWindow open(Browsers browsers, Server server, String room, Browser.NewContextOptions options) {
        browsers.expectComplaint("Failed to load resource");
        String other = Server.freshRoom();
        String readThere = server.say(other, "bob", "read").id();
        server.say(other, "bob", "one", "two", "three");
        server.sayMany(room, 60);
        String readHere = server.say(room, "bob", "read").id();
        Conversation.in(server, room);

        LivePage page = new LivePage(browsers.window(options));
        page.page().addInitScript("""
                localStorage.setItem('earshot.author', 'Ann Lee');
                localStorage.setItem('earshot.read', JSON.stringify({ '%s': '%s', '%s': '%s' }));
                """.formatted(other, readThere, room, readHere));
        page.page().route("**/messages", FullWindow::takeNothing);
        Conversation.beginWithAGap(page.page());
        page.page().navigate(server.page(room).toString());
        page.say(TAKEN_IN_NO_ROOM);
        page.say("On its way");
        assertThat(page.page().locator("#pending [data-part=retry]").first()).isVisible();
        page.page().reload(); // who speaks has seen what came before
        return new FullWindow(page, other).full();
    }

    private static void takeNothing(Route route) {
        if (route.request().postData().contains("a bell")) {
            route.resume();
        } else {
            route.abort();
        }
    }

    private FullWindow full() {
        for (String part : new String[] {
            "#state[data-state=live]",
            "#presence",
            "#entries .gap",
            "#entries .unread-line",
            "#entries .day",
            "#entries .own",
            "#entries .mentions-me",
            "#pending [data-state=refused]",
            "#pending [data-state=waiting]"
        }) {
            assertThat(page.page().locator(part).last()).isVisible();
        }
        assertThat(unread().locator("[aria-hidden]").last()).hasText(Pattern.compile("^[3٣]$"));
        return this;
    }

    void writeTooMuch() {
        page.box().fill("too much ".repeat(446));
        assertThat(page.page().locator("#count[data-over]")).isVisible();
    }

    Locator unread() {
        return page.roomLink(otherRoom);
    }

    /** The line is down from now on, for long enough to say so. */
    void lose() {
        page.page().clock().install();
        page.page().route("**/events?*", route -> route.fulfill(new Route.FulfillOptions().setStatus(502)));
        page.page().evaluate("dispatchEvent(new Event('online'))");
        assertThat(page.countdown()).isVisible();
        page.page().clock().fastForward(5_000);
        assertThat(page.banner()).isVisible();
    }

    void openDrawer() {
        page.page().locator("#rooms-button").click();
        assertThat(unread()).isVisible();
    }

    void picture(String name) {
        page.page().screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
    }
}
