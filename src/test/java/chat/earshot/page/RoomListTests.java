package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoomListTests extends PageTest {

    String other;

    @BeforeEach
    void enter() {
        other = Server.freshRoom();
    }

    @Test
    void leadsToEachRoomAndMarksTheCurrentOne() {
        server.say(other, "bob", "over here");
        LivePage ann = open().live();
        assertThat(ann.roomLink(room)).hasAttribute("aria-current", "page");
        assertThat(ann.roomLink(other)).not().hasAttribute("aria-current", "page");
        assertThat(ann.roomLink("lobby")).isVisible();
        ann.roomLink(other).click();

        ann.live().shows("over here");
        assertThat(ann.roomLink(other)).hasAttribute("aria-current", "page");
        assertThat(ann.page().locator("#rooms-list [aria-current]")).hasCount(1);
    }

    @Test
    void saysHowMuchIsUnread() {
        String read = server.say(other, "bob", "read").id();
        server.say(other, "bob", "one", "two", "three");
        LivePage ann = openHavingRead(other, read);

        assertThat(ann.roomLink(other)).hasText("#" + other + "3 3 unread");
        assertThat(ann.roomLink(other).locator("[aria-hidden]").last()).hasText("3");
        assertThat(ann.roomLink(room).locator(".unread")).isHidden();
    }

    @Test
    void countsNoFurtherThanNinetyNineForWhoLooks() {
        server.sayMany(other, 102);
        String last = server.say(other, "bob", "the last").id();
        LivePage ann = openHavingRead(other, last.substring(0, 8) + "-1");

        assertThat(ann.roomLink(other)).hasText("#" + other + "99+ 102 unread");
    }

    @Test
    void countsNothingInARoomThatWasNeverOpenedHereOrBeganAnew() {
        String renewed = Server.freshRoom();
        server.say(other, "bob", "never opened");
        server.say(renewed, "bob", "of another life");
        LivePage ann = window();
        ann.page().addInitScript(mark(renewed, "00000000-0"));
        enterAndHearOfTheRooms(ann);

        assertThat(ann.roomLink(other).locator(".unread")).isHidden();
        assertThat(ann.roomLink(renewed).locator(".unread")).isHidden();
    }

    @Test
    void whatAnotherWindowReadsIsNoLongerMarked() {
        String read = server.say(other, "bob", "read").id();
        String last = server.say(other, "bob", "unread").id();
        LivePage ann = openHavingRead(other, read);
        assertThat(ann.roomLink(other).locator(".unread")).isVisible();
        Page second = ann.page().context().newPage();
        second.navigate(server.page(room).toString());
        second.evaluate(mark(other, last));

        assertThat(ann.roomLink(other).locator(".unread")).isHidden();
    }

    @Test
    void isAskedForAgainEachHalfMinuteAndWhenThePageIsShownAgain() {
        String read = server.say(other, "bob", "read").id();
        LivePage ann = window();
        ann.page().addInitScript(mark(other, read));
        ann.page().clock().install();
        enterAndHearOfTheRooms(ann);

        server.say(other, "bob", "one");
        ann.page().clock().fastForward(33_000);
        assertThat(ann.roomLink(other)).containsText("1 One unread");
        server.say(other, "bob", "two");
        ann.page().evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        assertThat(ann.roomLink(other)).containsText("2 2 unread");
    }

    @Test
    void aRoomThatIsNewAppearsAndTheLatestSpokenInComesFirst() {
        LivePage ann = open().live();
        ann.page().mouse().move(900, 400);
        server.say(other, "bob", "hello");
        comeBack(ann);
        assertThat(ann.page().locator("#rooms-list a").first()).hasAttribute("data-room", other);
        assertThat(ann.roomLink(other)).hasAttribute("href", server.page(other).toString());
        server.say(room, "bob", "hello");
        comeBack(ann);

        assertThat(ann.page().locator("#rooms-list a").first()).hasAttribute("data-room", room);
    }

    @Test
    void nothingMovesUnderTheFocus() {
        server.say(room, "bob", "hello");
        LivePage ann = open().live();
        Locator first = ann.page().locator("#rooms-list a").first();
        assertThat(first).hasAttribute("data-room", room);
        first.focus();
        server.say(other, "bob", "hello");
        comeBack(ann);

        assertThat(ann.roomLink(other)).isVisible();
        assertThat(first).hasAttribute("data-room", room);
        assertThat(first).isFocused();
    }

    @Test
    void staysAsItIsWhileTheServerDoesNotAnswer() {
        browsers.expectComplaint("status of 503");
        server.say(other, "bob", "hello");
        LivePage ann = window();
        ann.page().route("**/rooms", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        ann.page().navigate(server.page(room).toString());

        ann.live();
        assertThat(ann.roomLink(other)).isVisible();
    }

    private LivePage open() {
        return new LivePage(browsers.open(server.page(room)));
    }

    private LivePage openHavingRead(String read, String upTo) {
        LivePage page = window();
        page.page().addInitScript(mark(read, upTo));
        page.page().navigate(server.page(room).toString());
        return page;
    }

    private void enterAndHearOfTheRooms(LivePage page) {
        page.page()
                .waitForResponse(
                        "**/rooms", () -> page.page().navigate(server.page(room).toString()))
                .finished();
        page.live();
    }

    private static LivePage window() {
        return new LivePage(browsers.window(new Browser.NewContextOptions()));
    }

    private static String mark(String room, String upTo) {
        return "localStorage.setItem('earshot.read', JSON.stringify({ '" + room + "': '" + upTo + "' }))";
    }

    private static void comeBack(LivePage page) {
        page.page().evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    }
}
