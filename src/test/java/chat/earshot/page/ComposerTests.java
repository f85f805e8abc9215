package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.earshot.testing.browser.Browsers;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** No text is ever lost. */
@WithServer
class ComposerTests {

    @RegisterExtension
    static final Browsers browsers = new Browsers();

    @LocalServerPort
    int port;

    Server server;
    String room;
    LivePage ann;

    @BeforeEach
    void enter() {
        server = Server.at(port);
        room = Server.freshRoom();
        ann = new LivePage(browsers.open(server.page(room))).live();
    }

    @Test
    void aRefusedTextStaysWithTheReasonBesideIt() {
        browsers.expectComplaint("status of 422");
        String text = "x".repeat(4_001);
        ann.say(text);

        assertThat(ann.reason()).hasText("A text is at most 4,000 characters long. Split it into several.");
        assertThat(ann.box()).hasValue(text);
        assertThat(ann.box()).isFocused();
        assertThat(ann.box()).hasAttribute("aria-invalid", "true");
        assertThat(ann.box())
                .hasAccessibleDescription("A text is at most 4,000 characters long. Split it into several."
                        + " Enter sends, Shift+Enter breaks the line");

        ann.say("shorter");
        ann.shows("shorter");
        assertThat(ann.reason()).isHidden();
        assertThat(ann.page().locator("[aria-invalid]")).hasCount(0);
    }

    @Test
    void aRefusedNameIsMarked() {
        browsers.expectComplaint("status of 422");
        ann.author().fill("x".repeat(65));
        ann.say("my words");

        assertThat(ann.reason()).hasText("An author is 1 to 64 characters long.");
        assertThat(ann.author()).isFocused();
        assertThat(ann.author()).hasAttribute("aria-invalid", "true");
        assertThat(ann.box()).hasValue("my words");
    }

    @Test
    void aTextThatCouldNotBeSentStaysAndIsSentOnceAfterwards() {
        browsers.expectComplaint("net::ERR_FAILED");
        List<Map<String, String>> attempts = new ArrayList<>();
        ann.page().route("**/messages", route -> {
            attempts.add(route.request().headers());
            if (attempts.size() == 1) {
                route.fetch(); // it arrives, but its answer does not
                route.abort();
            } else {
                route.resume();
            }
        });
        ann.say("hello");
        assertThat(ann.reason()).containsText("the server cannot be reached");
        assertThat(ann.box()).hasValue("hello");
        ann.box().press("Enter");
        assertThat(ann.box()).hasValue("");
        ann.say("a marker");

        ann.shows("hello", "a marker");
        assertEquals(attempts.get(0).get("idempotency-key"), attempts.get(1).get("idempotency-key"));
    }

    @Test
    void anAnswerThatIsNoProblemIsToldByItsStatus() {
        browsers.expectComplaint("status of 502");
        ann.page()
                .route(
                        "**/messages",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setStatus(502)
                                .setContentType("text/html")
                                .setBody("<h1>Bad gateway</h1>")));
        ann.say("hello");

        assertThat(ann.reason()).containsText("the server answered 502");
        assertThat(ann.box()).hasValue("hello");
    }

    @Test
    void whatIsTypedWhileAMessageIsUnderWayStaysAndIsNotSentTwice() {
        Deque<Route> underWay = new ArrayDeque<>();
        ann.page().route("**/messages", underWay::add);
        ann.say("first");
        assertThat(ann.page().locator("#composer")).hasAttribute("aria-busy", "true");
        ann.box().pressSequentially(" second");
        ann.box().press("Enter");
        assertThat(ann.box()).isFocused();

        ann.page().unroute("**/messages");
        underWay.remove().resume();
        assertThat(ann.box()).hasValue(" second");
        ann.box().press("Enter");

        ann.shows("first", " second");
        assertEquals(0, underWay.size());
    }

    @Test
    void aPressOnTheButtonSendsToo() {
        ann.box().fill("hello");
        ann.page().getByText("Send", new Page.GetByTextOptions().setExact(true)).click();

        ann.shows("hello");
        assertThat(ann.box()).isFocused();
    }
}
