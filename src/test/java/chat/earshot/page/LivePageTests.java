package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import org.junit.jupiter.api.Test;

class LivePageTests extends PageTest {

    @Test
    void twoWindowsHearEachOther() {
        LivePage ann = open().live();
        LivePage bob = open().live();
        List.of(ann, bob).forEach(window -> window.page().route("**/messages?*", Route::abort)); // by stream alone

        ann.say("hello bob");
        bob.shows("hello bob");
        bob.say("hello ann");

        ann.shows("hello bob", "hello ann");
        bob.shows("hello bob", "hello ann");
    }

    @Test
    void aReloadRepeatsNothing() {
        LivePage ann = open().live();
        ann.say("before");
        ann.shows("before");

        ann.page().reload();
        ann.live();
        server.say(room, "bob", "after");

        ann.shows("before", "after");
    }

    @Test
    void whatIsSaidBetweenThePageAndItsStreamIsHeard() {
        server.say(room, "bob", "on the page");
        Page page = browsers.window(new Browser.NewContextOptions());
        page.route("**/messages?*", Route::abort); // by stream alone
        page.route("**/events?*", route -> {
            server.say(room, "bob", "just before the stream");
            route.resume();
        });
        page.navigate(server.page(room).toString());

        new LivePage(page).shows("on the page", "just before the stream");
    }

    @Test
    void showsMarkupAsText() {
        String markup = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>";
        LivePage ann = open().live();
        server.say(room, "<b>bob</b>", markup, "a marker");

        ann.shows(markup, "a marker");
        assertThat(ann.page().locator("#entries .author").first()).hasText("<b>bob</b>");
        assertThat(ann.page().locator("#entries :is(img, script, b)")).hasCount(0);
        assertThat(ann.page()).hasTitle(room + " · Earshot");

        ann.page().reload();
        ann.shows(markup, "a marker");
    }

    @Test
    void aRowThatWasHeardIsTheRowThatTheServerRenders() {
        LivePage ann = open().live();
        server.say(room, "Ann Lee", " kept   spaces\nand lines ");
        server.say(room, "مريم", "مرحبا");
        server.say(room, "👩‍💻 dev", "🎉");
        server.say(room, "straße ß", "x");
        server.say(
                room,
                "bob",
                "**bold *both* `code`** _italic_ (https://example.org/a?b=c&d), **http://x.y/**\r\n<b> & \"q\"",
                "before\n```js\n<i>\n  ` & **x**\n```\nafter",
                "```\nonly code\n```");
        assertThat(ann.entries()).hasCount(7);
        List<Object> heard = rows(ann);

        ann.page().reload();

        assertEquals(heard, rows(ann));
    }

    @Test
    void followsItsEndOnlyForAReaderWhoIsThere() {
        server.sayMany(room, 50);
        LivePage ann = open().live();
        Locator newest = ann.texts().last();
        assertThat(newest).isInViewport();
        server.say(room, "bob", "followed");
        assertThat(newest).hasText("followed");
        assertThat(newest).isInViewport();

        Locator oldest = ann.texts().first();
        oldest.scrollIntoViewIfNeeded();
        server.say(room, "bob", "not followed");
        assertThat(newest).hasText("not followed");
        assertThat(oldest).isInViewport();
        assertThat(newest).not().isInViewport();
    }

    @Test
    void anEmptyRoomInvitesUntilSomebodySpeaks() {
        LivePage ann = open().live();
        assertThat(ann.page().locator("#empty")).containsText("Nobody has spoken here yet");
        assertThat(ann.page().locator("#curl"))
                .hasText("curl -d 'hello' '" + server.base() + "messages?room=" + room + "'");
        ann.say("hello");

        ann.shows("hello");
        assertThat(ann.page().locator("#empty")).hasCount(0);
    }

    @Test
    void anOlderPageStandsStill() {
        server.sayMany(room, 60);
        LivePage ann = open();
        String before = ann.entries().first().getAttribute("data-id");
        ann.page().navigate(server.page(room) + "?before=" + before);

        assertThat(ann.state()).hasText("Not live");
        assertThat(ann.texts()).hasCount(10);
        ann.page().getByText("Back to the newest").click();
        ann.live();
        assertThat(ann.texts().last()).hasText("text 60");
    }

    private LivePage open() {
        return new LivePage(browsers.open(server.page(room)));
    }

    /** What is in the rows, but for the instants' exact form in the markup. */
    @SuppressWarnings("unchecked")
    private static List<Object> rows(LivePage window) {
        return (List<Object>) window.entries()
                .evaluateAll("rows => rows.map(row => [row.className, row.dataset.id,"
                        + " ...[...row.querySelectorAll('*')].map(part => part.outerHTML)])");
    }
}
