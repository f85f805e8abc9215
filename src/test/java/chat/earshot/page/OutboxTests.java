package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.earshot.testing.browser.CuttableLine;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Route;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said without a line waits, and is said in order when there is one. */
class OutboxTests extends PageTest {

    private static final String MESSAGES = "**/messages";

    CuttableLine line;
    LivePage ann;

    @BeforeEach
    void enter() {
        line = CuttableLine.to(server.base());
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
        ann.shows("one");
        ann.page().reload();
        ann.live().shows("one");
        assertThat(ann.pending()).hasCount(0);
        ann.page().unroute(MESSAGES);
        ann.say("two");

        ann.shows("one", "two");
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

        LivePage bob = new LivePage(browsers.open(server.page(room)));
        bob.shows("said there");
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
        ann.page().waitForCondition(() -> !underWay.isEmpty());
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

    private void refuseAll() {
        ann.page().route(MESSAGES, Route::abort);
    }

    private void open(LivePage page, String room) {
        page.page().navigate(Server.page(line.address(), room).toString());
        page.live();
    }
}
