package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** What one said oneself is told apart by a word, not only by how it looks. */
class OwnMessagesTests extends PageTest {

    @Test
    void bearsTheWordYou() {
        LivePage ann = open("ann");
        ann.say("mine");
        ann.shows("mine");
        server.say(room, "bob", "not mine");
        ann.shows("mine", "not mine");
        assertOwn(ann, "mine");

        ann.page().reload();
        assertOwn(ann.live(), "mine");
    }

    @Test
    void followsTheName() {
        server.say(room, "ann", "of ann");
        server.say(room, "bob", "of bob");
        LivePage window = open("ann");
        assertOwn(window, "of ann");
        rename(window, "bob");

        assertOwn(window, "of bob");
    }

    @Test
    void nobodyOwnsWhatIsAnonymous() {
        LivePage window = open("");
        window.say("hello");

        window.shows("hello");
        assertOwn(window);
        rename(window, "anonymous");
        window.say("again");
        window.shows("hello", "again");
        assertOwn(window);
    }

    @Test
    void isMarkedWithoutScriptWhereTheAddressBearsTheName() {
        server.say(room, "ann", "mine");
        server.say(room, "bob", "not mine");
        LivePage window =
                new LivePage(browsers.openWithoutScript(server.base().resolve("rooms/" + room + "?author=ann")));

        assertOwn(window, "mine");
    }

    @Test
    void aMentionStandsOutForWhoIsMeantAndFollowsTheName() {
        server.say(room, "bob", "hello @ann", "hello @bob");
        LivePage window = open("ann");
        assertMentioned(window, "hello @ann");
        server.say(room, "carl", "@Ann too");
        assertMentioned(window, "hello @ann", "@Ann too");

        rename(window, "bob"); // who wrote to himself knows
        assertMentioned(window);
        rename(window, "carl");
        server.say(room, "bob", "*@carl!*");
        assertMentioned(window, "@carl!");
        assertThat(window.page().locator("em > mark")).hasText("@carl");
    }

    private static void assertMentioned(LivePage window, String... texts) {
        assertThat(window.page().locator("#entries .mentions-me .text")).hasText(texts);
    }

    private static void assertOwn(LivePage window, String... texts) {
        Locator own = window.page().locator("#entries .own .text");
        assertThat(own).hasText(texts);
        assertThat(window.page().locator("#entries .own-mark:visible")).hasCount(texts.length);
    }

    private static void rename(LivePage window, String name) {
        window.author().fill(name);
        window.author().press("Tab");
    }

    private LivePage open(String name) {
        LivePage window = new LivePage(browsers.open(server.page(room))).live();
        rename(window, name);
        return window;
    }
}
