package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Whoever reads further up is left in peace. */
class ReadingTests extends PageTest {

    @Test
    void holdsStillAndCountsWhatIsNew() {
        server.sayMany(room, 50);
        LivePage ann = open();
        ann.scrollUp(1_000);
        double top = ann.top("text 30");
        server.say(room, "bob", "one");
        assertThat(ann.jump()).hasText("One new message");
        server.say(room, "bob", "two", "three");
        assertThat(ann.jump()).hasText("3 new messages");

        Assertions.assertThat(ann.top("text 30")).isEqualTo(top, within(1.0));
    }

    @Test
    void followsWithinAHundredPixelsOfTheEndAndNotBeyond() {
        server.sayMany(room, 50);
        LivePage ann = open();
        ann.scrollUp(95);
        server.say(room, "bob", "followed");
        assertThat(ann.texts().last()).hasText("followed");
        assertThat(ann.texts().last()).isInViewport();
        assertThat(ann.jump()).isHidden();

        ann.scrollUp(105);
        server.say(room, "bob", "not followed");
        assertThat(ann.jump()).hasText("One new message");
    }

    @Test
    void theButtonLeadsToTheEndAndGoes() {
        server.sayMany(room, 50);
        LivePage ann = open();
        ann.scrollUp(1_000);
        server.say(room, "bob", "new");
        ann.jump().click();

        assertThat(ann.texts().last()).hasText("new");
        assertThat(ann.texts().last()).isInViewport();
        assertThat(ann.jump()).isHidden();
        assertThat(ann.scroller()).isFocused();
        ann.scrollUp(1_000);
        assertThat(ann.jump()).hasText("To the newest");
    }

    @Test
    void theEndKeyLeadsToTheEndUnlessItIsForTheWordsInABox() {
        server.sayMany(room, 50);
        LivePage ann = open();
        ann.scrollUp(1_000);
        ann.box().press("End");
        assertThat(ann.jump()).isHidden();
        assertThat(ann.texts().last()).isInViewport();

        ann.scrollUp(1_000);
        ann.box().fill("words");
        ann.box().press("End");
        server.say(room, "bob", "a marker");
        assertThat(ann.jump()).hasText("One new message");
    }

    @Test
    void whatOneSaysOneselfIsSeen() {
        server.sayMany(room, 50);
        LivePage ann = open();
        ann.scrollUp(1_000);
        ann.say("mine");

        assertThat(ann.texts().last()).hasText("mine");
        assertThat(ann.texts().last()).isInViewport();
    }

    @Test
    void loadsOlderMessagesOnTheWayUpAndKeepsThePlace() {
        server.sayMany(room, 120);
        LivePage ann = open();
        Deque<Route> underWay = new ArrayDeque<>();
        ann.page().route("**/messages?*", underWay::add);
        ann.scrollUp(LivePage.TO_THE_BEGINNING);
        assertThat(ann.page().locator("#log")).hasAttribute("aria-busy", "true");
        double top = ann.top("text 71");
        ann.page().waitForCondition(() -> !underWay.isEmpty());
        ann.page().unroute("**/messages?*");
        underWay.remove().resume();

        assertThat(ann.texts()).hasText(texts(1, 120));
        assertThat(ann.page().locator("#log")).hasAttribute("aria-busy", "false");
        Assertions.assertThat(ann.top("text 71")).isEqualTo(top, within(1.0));
        assertThat(older(ann)).isHidden();
    }

    @Test
    void offersAgainWhatCouldNotBeLoaded() {
        browsers.expectComplaint("status of 500");
        server.sayMany(room, 60);
        LivePage ann = open();
        Deque<String> asked = new ArrayDeque<>();
        ann.page().route("**/messages?*", route -> {
            asked.add(route.request().url());
            route.fulfill(new Route.FulfillOptions().setStatus(500));
        });
        ann.scrollUp(LivePage.TO_THE_BEGINNING);
        assertThat(ann.page().locator("#log")).hasAttribute("aria-busy", "false");
        ann.scroller().evaluate("scroller => scroller.scrollTop += 1");
        ann.page().unroute("**/messages?*");
        older(ann).click();

        assertThat(ann.texts()).hasText(texts(1, 60));
        assertEquals(1, asked.size(), "it does not ask again by itself at each step");
    }

    @Test
    void keepsTheDocumentSmallAndFindsTheNewestAgain() {
        server.sayMany(room, 600);
        LivePage ann = open();
        ann.readBack(600);
        assertThat(ann.entries()).hasCount(300);
        server.say(room, "bob", "new");
        assertThat(ann.jump()).hasText("One new message");
        assertThat(ann.texts()).hasText(texts(1, 300));
        ann.jump().click();

        assertThat(ann.texts().last()).hasText("new");
        assertThat(ann.texts().last()).isInViewport();
        assertThat(ann.jump()).isHidden();
        server.say(room, "bob", "newer");
        assertThat(ann.texts().last()).hasText("newer");
    }

    @Test
    void loadsNewerMessagesOnTheWayDown() {
        server.sayMany(room, 450);
        LivePage ann = open();
        ann.readBack(450);
        server.say(room, "bob", "new");
        assertThat(ann.jump()).hasText("One new message");
        Deque<Route> underWay = new ArrayDeque<>();
        ann.page().route("**/messages?*", underWay::add);
        ann.scrollUp(0);
        assertThat(ann.page().locator("#log")).hasAttribute("aria-busy", "true");
        double top = ann.top("text 300");
        ann.page().waitForCondition(() -> !underWay.isEmpty());
        ann.page().unroute("**/messages?*");
        underWay.remove().resume();
        assertThat(ann.texts().last()).hasText("new");
        Assertions.assertThat(ann.top("text 300")).isEqualTo(top, within(1.0));
        ann.scrollUp(0);

        assertThat(ann.jump()).isHidden();
        List<String> shown = ann.texts().allTextContents();
        assertEquals(List.of(texts(152, 450)), shown.subList(0, shown.size() - 1));
    }

    @Test
    void aRoomThatSpeaksALotStaysSmallForItsFollower() {
        LivePage ann = open();
        server.sayMany(room, 310);

        assertThat(ann.texts().last()).hasText("text 310");
        assertThat(ann.texts().last()).isInViewport();
        assertThat(ann.entries()).hasCount(300);
        ann.scrollUp(LivePage.TO_THE_BEGINNING);
        assertThat(ann.texts().first()).hasText("text 1");
    }

    private static Locator older(LivePage window) {
        return window.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Older messages"));
    }

    private static String[] texts(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> "text " + i).toArray(String[]::new);
    }

    private LivePage open() {
        return new LivePage(browsers.open(server.page(room))).live();
    }
}
