package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.earshot.testing.browser.Browsers;
import chat.earshot.testing.browser.CuttableLine;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is said without a line waits, and is said in order when there is one. */
@WithServer
class OutboxTests {

    private static final String MESSAGES = "**/messages";

    @RegisterExtension
    static final Browsers browsers = new Browsers();

    @LocalServerPort
    int port;

    Server server;
    CuttableLine line;
    String room;
    LivePage ann;

    @BeforeEach
    void enter() {
        server = Server.at(port);
        line = CuttableLine.to(server.base());
        room = Server.freshRoom();
        browsers.expectComplaint("net::ERR_");
        ann = new LivePage(browsers.window(new Browser.NewContextOptions()));
        open(ann, room);
    }

    @AfterEach
    void closeTheLine() {
        line.close();
    }

    @Test
    void whatIsSaidOfflineGoesOutInOrderWhenTheLineIsBack() {
        ann.page().context().setOffline(true);
        line.cut();
        assertThat(ann.state()).hasText("Offline");
        ann.say("one");
        ann.say("two");
        assertThat(ann.pendingTexts()).hasText(new String[] {"one", "two"});
        assertThat(ann.fates()).hasText(new String[] {"Waiting for the line", "Waiting for the line"});
        server.say(room, "bob", "said meanwhile");
        line.mend();
        ann.page().context().setOffline(false);

        ann.shows("said meanwhile", "one", "two");
        assertThat(ann.pending()).hasCount(0);
    }

    @Test
    void itOutlivesAReload() {
        refuseAll();
        ann.say("one");
        ann.say("two");
        assertThat(ann.fates()).hasText(new String[] {"Waiting for the line", "Waiting for the line"});
        ann.page().reload();
        assertThat(ann.live().pendingTexts()).hasText(new String[] {"one", "two"});
        ann.page().unroute(MESSAGES);

        ann.shows("one", "two");
        assertThat(ann.pending()).hasCount(0);
    }

    @Test
    void whatMayHaveArrivedBeforeAReloadIsStoredAndShownOnce() {
        ann.page().route(MESSAGES, route -> {
            route.fetch();
            route.abort();
        });
        ann.say("**one**");
        ann.shows("**one**");
        ann.page().reload();
        ann.live().shows("**one**");
        assertThat(ann.pending()).hasCount(0);
        ann.page().unroute(MESSAGES);
        ann.say("two");

        ann.shows("**one**", "two");
        assertThat(ann.pending()).hasCount(0);
    }

    @Test
    void itGoesOutFromAnotherRoomsPage() {
        refuseAll();
        ann.say("said there");
        assertThat(ann.fates()).hasText("Waiting for the line");
        String other = Server.freshRoom();
        open(ann, other);
        ann.say("said here");
        assertThat(ann.pendingTexts()).hasText(new String[] {"said here"});
        ann.page().unroute(MESSAGES);
        ann.shows("said here");

        open(ann, room);
        ann.shows("said there");
        assertThat(ann.pending()).hasCount(0);
    }

    @Test
    void itGoesOutFromAnotherWindowWhenItsOwnIsClosed() {
        LivePage other = new LivePage(ann.page().context().newPage());
        open(other, room);
        ann.page().context().route(MESSAGES, Route::abort);
        ann.say("hello");
        assertThat(ann.fates()).hasText("Waiting for the line");
        assertThat(other.fates()).hasText("Waiting for the line");
        ann.page().close();
        other.page().context().unroute(MESSAGES);

        other.shows("hello");
        assertThat(other.pending()).hasCount(0);
    }

    @Test
    void twoWindowsOfARoomShowItAndSendItOnce() {
        LivePage other = new LivePage(ann.page().context().newPage());
        open(other, room);
        Deque<Route> underWay = new ArrayDeque<>();
        List<String> sent = new ArrayList<>();
        ann.page().context().route(MESSAGES, route -> {
            sent.add(route.request().postData());
            underWay.add(route);
        });
        ann.say("hello");
        assertThat(other.pendingTexts()).hasText(new String[] {"hello"});
        assertThat(ann.pending()).hasCount(1);
        ann.page().context().unroute(MESSAGES);
        underWay.remove().resume();
        ann.shows("hello");
        other.shows("hello");
        assertThat(ann.pending()).hasCount(0);
        assertThat(other.pending()).hasCount(0);
        other.say("a marker");
        ann.shows("hello", "a marker");
        other.shows("hello", "a marker");

        assertEquals(1, sent.size());
    }

    @Test
    void aServerThatWantsToBeLeftAloneIsAskedByOneWindowOnly() {
        browsers.expectComplaint("status of 503");
        LivePage other = new LivePage(ann.page().context().newPage());
        open(other, room);
        List<Instant> asked = new ArrayList<>();
        ann.page().context().route(MESSAGES, route -> {
            asked.add(Instant.now());
            if (asked.size() == 1) {
                route.fulfill(new Route.FulfillOptions().setStatus(503).setHeaders(Map.of("Retry-After", "2")));
            } else {
                route.resume();
            }
        });
        ann.say("hello");

        assertThat(other.fates()).hasText("The server is busy. Trying again…");
        ann.shows("hello");
        other.shows("hello");
        Duration waited = Duration.between(asked.get(0), asked.get(1));
        assertTrue(waited.compareTo(Duration.ofMillis(1_900)) >= 0, waited.toString());
    }

    @Test
    void aBrowserThatRemembersNothingSpeaksAllTheSame() {
        LivePage bob = new LivePage(browsers.window(new Browser.NewContextOptions()));
        bob.page()
                .addInitScript(
                        "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }");
        open(bob, room);
        line.cut();
        bob.say("one");
        bob.say("two");
        assertThat(bob.fates()).hasText(new String[] {"Waiting for the line", "Waiting for the line"});
        line.mend();

        bob.shows("one", "two");
        assertThat(bob.pending()).hasCount(0);
    }

    @Test
    void aTextThatTheBrowserCannotKeepStaysInItsBox() {
        LivePage bob = new LivePage(browsers.window(new Browser.NewContextOptions()));
        bob.page()
                .addInitScript(
                        "const setItem = Storage.prototype.setItem; Storage.prototype.setItem = function(key, value) {"
                                + " if (value.length > 1000) throw new DOMException('', 'QuotaExceededError');"
                                + " setItem.call(this, key, value); }");
        open(bob, room);
        bob.say("x".repeat(1_000));

        assertThat(bob.reason()).containsText("this browser has no room left");
        assertThat(bob.box()).hasValue("x".repeat(1_000));
        bob.say("short");
        bob.shows("short");
        assertThat(bob.reason()).isHidden();
    }

    @Test
    void moreThanTwoHundredAreNotTaken() {
        refuseAll();
        ann.page()
                .evaluate("for (let i = 1; i <= 200; i++) {"
                        + " document.querySelector('#text').value = `text ${i}`;"
                        + " document.querySelector('#composer').requestSubmit(); }");
        assertThat(ann.pending()).hasCount(200);
        ann.say("one more");

        assertThat(ann.reason()).containsText("200 messages are waiting");
        assertThat(ann.box()).hasValue("one more");
        assertThat(ann.pending()).hasCount(200);
    }

    private void refuseAll() {
        ann.page().route(MESSAGES, Route::abort);
    }

    private void open(LivePage page, String room) {
        page.page().navigate(Server.page(line.address(), room).toString());
        page.live();
    }
}
