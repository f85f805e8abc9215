package chat.earshot.page;

import chat.earshot.testing.EventStream;
import chat.earshot.testing.StreamRequest;
import chat.earshot.testing.browser.CuttableLine;
import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What no EventSource notices by itself: a line on which nothing comes any more, and a page that is put away. */
class SilentLineTests extends PageTest {

    private static final long THREE_HEARTBEATS = 5_100; // ms, with what the page adds

    CuttableLine line;

    @BeforeEach
    void enter() {
        line = CuttableLine.to(server.base());
        browsers.expectComplaint("net::ERR_");
    }

    @AfterEach
    void closeTheLine() {
        line.close();
    }

    @Test
    void aLineThatFellSilentIsReplacedAfterThreeHeartbeats() {
        LivePage ann = window();
        ann.page().clock().install();
        enter(ann);
        ann.live();
        server.say(room, "bob", "heard");
        ann.shows("heard");

        line.hush();
        server.say(room, "bob", "said into the silence");
        ann.page().clock().fastForward(THREE_HEARTBEATS);

        ann.live().shows("heard", "said into the silence");
    }

    @Test
    void afterALongSleepItComesBackAtOnceThoughNoTimerRan() {
        LivePage ann = window();
        ann.page().clock().install();
        enter(ann);
        ann.live();

        line.hush();
        server.say(room, "bob", "said while it slept");
        ann.page().clock().setSystemTime(System.currentTimeMillis() + 600_000);
        ann.page().evaluate("document.dispatchEvent(new Event('visibilitychange'))");

        ann.live().shows("said while it slept");
    }

    @Test
    void aPageThatIsPutAwayHoldsNoStreamAndMissesNothing() {
        LivePage ann = open();
        try (EventStream watcher = StreamRequest.to(server.base())
                .room(room)
                .parameter("presence", "true")
                .open()) {
            assertStreams(watcher, 2);
            ann.page().evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))");
            assertStreams(watcher, 1);
            server.say(room, "bob", "said meanwhile");
            ann.page().evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");

            ann.live().shows("said meanwhile");
            assertStreams(watcher, 2);
        }
    }

    @Test
    void aPageThatIsFrozenHoldsNoStreamAndMissesNothing() {
        LivePage ann = open();
        try (EventStream watcher = StreamRequest.to(server.base())
                .room(room)
                .parameter("presence", "true")
                .open()) {
            assertStreams(watcher, 2);
            ann.page().evaluate("document.dispatchEvent(new Event('freeze'))");
            assertStreams(watcher, 1);
            server.say(room, "bob", "said meanwhile");
            ann.page().evaluate("document.dispatchEvent(new Event('resume'))");

            ann.live().shows("said meanwhile");
            assertStreams(watcher, 2);
        }
    }

    private static void assertStreams(EventStream watcher, int streams) {
        String data;
        do {
            data = watcher.nextEvent().data();
        } while (!data.endsWith("\"streams\":" + streams + "}"));
    }

    private LivePage open() {
        LivePage page = window();
        enter(page);
        return page.live();
    }

    private LivePage window() {
        return new LivePage(browsers.window(new Browser.NewContextOptions()));
    }

    private void enter(LivePage page) {
        page.page().navigate(Server.page(line.address(), room).toString());
    }
}
