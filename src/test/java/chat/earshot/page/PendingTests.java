package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Route;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said is there at once, and becomes itself when it comes back: never twice, and never gone in between. */
class PendingTests extends PageTest {

    private static final String MESSAGES = "**/messages";
    private static final String EVENTS = "**/events?*";

    LivePage ann;
    Deque<Route> underWay;

    @BeforeEach
    void enter() {
        ann = new LivePage(browsers.open(server.page(room))).live();
        underWay = new ArrayDeque<>();
    }

    @Test
    void isThereAtOnceAndBecomesItself() {
        ann.page().route(MESSAGES, underWay::add);
        watch("hello");
        ann.say("hello");
        assertThat(ann.box()).hasValue("");
        assertThat(ann.box()).isFocused();
        assertThat(ann.pendingTexts()).hasText(new String[] {"hello"});
        assertThat(ann.fates()).hasText(new String[] {"Sending…"});
        assertThat(ann.page().locator("#pending .author")).hasText(ann.author().inputValue());
        ann.shows();

        underWay().remove().resume();
        ann.shows("hello");
        assertSeenOnceAllTheTime();
    }

    @Test
    void isShownOnceWhenItsEventIsFasterThanTheAnswer() {
        ann.page().route(MESSAGES, underWay::add);
        watch("hello");
        ann.say("hello");
        assertThat(ann.pending()).hasCount(1);
        APIResponse answer = underWay().element().fetch();
        ann.shows("hello");
        assertThat(ann.pending()).hasCount(0);

        ann.page().unroute(MESSAGES);
        underWay().remove().fulfill(new Route.FulfillOptions().setResponse(answer));
        ann.say("a marker");
        ann.shows("hello", "a marker");
        assertSeenOnceAllTheTime();
    }

    @Test
    void isShownOnceWhenTheAnswerIsFasterThanItsEvent() {
        ann.page().route(EVENTS, underWay::add);
        ann.page().reload();
        watch("hello");
        ann.say("hello");
        assertThat(ann.fates()).hasText(new String[] {"Sent"});
        ann.shows();

        ann.page().unroute(EVENTS);
        underWay().remove().resume();
        ann.shows("hello");
        assertSeenOnceAllTheTime();
    }

    @Test
    void isStoredAndShownOnceThoughTheAnswerIsLost() {
        browsers.expectComplaint("net::ERR_FAILED");
        List<String> keys = new ArrayList<>();
        ann.page().route(MESSAGES, route -> {
            keys.add(route.request().headerValue("Idempotency-Key"));
            if (keys.size() == 1) {
                route.fetch(); // it arrives, but its answer does not
                route.abort();
            } else {
                route.resume();
            }
        });
        watch("hello");
        ann.say("hello");
        ann.say("a marker");

        ann.shows("hello", "a marker");
        assertSeenOnceAllTheTime();
        assertEquals(3, keys.size());
        assertEquals(keys.get(0), keys.get(1));
    }

    @Test
    void theSameWordsTwiceAreTwoMessages() {
        ann.page().route(MESSAGES, underWay::add);
        ann.say("hello");
        ann.say("hello");
        assertThat(ann.pending()).hasCount(2);
        APIResponse answer = underWay().element().fetch();
        ann.shows("hello");
        assertThat(ann.pending()).hasCount(1);
        ann.page().unroute(MESSAGES);
        underWay().remove().fulfill(new Route.FulfillOptions().setResponse(answer));

        ann.shows("hello", "hello");
        assertThat(ann.pending()).hasCount(0);
    }

    @Test
    void isNotReadOutTwice() {
        ann.page().route(MESSAGES, underWay::add);
        ann.say("hello");
        assertThat(ann.pending()).hasCount(1);

        assertThat(
                        ann.page()
                                .locator(
                                        "[aria-live] #pending, #pending[aria-live], [role=log] #pending, [role=status] #pending"))
                .hasCount(0);
        assertThat(ann.told()).hasText("");
        underWay().remove().resume();
        ann.shows("hello");
    }

    @Test
    void whoReadsFurtherUpIsNotMovedWhenItBecomesItself() {
        server.sayMany(room, 40);
        assertThat(ann.texts()).hasCount(40);
        ann.page().route(MESSAGES, underWay::add);
        ann.say("hello");
        assertThat(ann.pendingTexts()).isInViewport();
        ann.scrollUp(900);
        double place = ann.top("text 20");
        underWay().remove().resume();

        assertThat(ann.pending()).hasCount(0);
        assertEquals(place, ann.top("text 20"), 1);
    }

    @Test
    void anInvitationGivesWayToIt() {
        assertThat(ann.page().locator("#empty")).isVisible();
        ann.page().route(MESSAGES, underWay::add);
        ann.say("hello");
        assertThat(ann.fates()).hasText("Sending…");

        assertThat(ann.page().locator("#empty")).isHidden();
        underWay().remove().resume();
        ann.shows("hello");
    }

    /** Those that the page has sent; there is at least one. */
    private Deque<Route> underWay() {
        ann.page().waitForCondition(() -> !underWay.isEmpty());
        return underWay;
    }

    /** Notes, each time the rows have changed, how often this text is there. */
    private void watch(String text) {
        ann.page()
                .evaluate(
                        "text => { window.counts = new Set();"
                                + " new MutationObserver(() => counts.add([...document.querySelectorAll('.entries .text')]"
                                + ".filter(row => row.textContent === text).length))"
                                + ".observe(document.querySelector('.column'), { childList: true, subtree: true }); }",
                        text);
    }

    private void assertSeenOnceAllTheTime() {
        assertThat(ann.pending()).hasCount(0);
        assertEquals(List.of(1), ann.page().evaluate("[...window.counts]"));
    }
}
