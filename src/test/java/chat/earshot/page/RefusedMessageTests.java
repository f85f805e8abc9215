package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the server does not take stays, and says why. */
class RefusedMessageTests extends PageTest {

    private static final String MESSAGES = "**/messages";
    private static final String PROBLEM = "{\"type\":\"/problems/invalid-text\",\"detail\":\"Not like this.\"}";

    LivePage ann;

    /** What was refused. */
    List<Request> requests;

    @BeforeEach
    void enter() {
        ann = new LivePage(browsers.open(server.page(room))).live();
        requests = new ArrayList<>();
        browsers.expectComplaint("status of ");
    }

    @Test
    void staysWithTheReasonAndIsTold() {
        refuse("hello");
        ann.say("hello");

        assertThat(ann.pendingTexts()).hasText(new String[] {"hello"});
        assertThat(ann.fates()).hasText("Not sent: Not like this.");
        assertThat(ann.told()).hasText("Not sent: Not like this.");
        assertThat(button("Retry")).hasAccessibleDescription("hello");
        ann.page().reload();
        assertThat(ann.live().fates()).hasText("Not sent: Not like this.");
        assertThat(ann.told()).hasText("");
    }

    @Test
    void isToldInEachWindowOfTheRoom() {
        LivePage other = new LivePage(ann.page().context().newPage());
        other.page().navigate(server.page(room).toString());
        other.live();
        ann.page().context().route(MESSAGES, route -> fulfil(route));
        ann.say("hello");

        assertThat(ann.told()).hasText("Not sent: Not like this.");
        assertThat(other.told()).hasText("Not sent: Not like this.");
        assertThat(other.fates()).hasText("Not sent: Not like this.");
    }

    @Test
    void aRetryCarriesTheSameKeyAndBecomesItself() {
        refuse("hello");
        ann.say("hello");
        assertThat(ann.fates()).hasText("Not sent: Not like this.");
        ann.page().unroute(MESSAGES);
        Request retry =
                ann.page().waitForRequest(MESSAGES, () -> button("Retry").press("Enter"));

        ann.shows("hello");
        assertThat(ann.pending()).hasCount(0);
        assertThat(ann.scroller()).isFocused();
        assertEquals(requests.getFirst().headerValue("Idempotency-Key"), retry.headerValue("Idempotency-Key"));
    }

    @Test
    void discardedItIsGone() {
        refuse("hello");
        ann.say("hello");
        assertThat(ann.fates())
                .hasText("Not sent: Not like this."); // a press does not wait until there is a button to be seen
        button("Discard").press("Enter");
        assertThat(ann.pending()).hasCount(0);
        assertThat(ann.scroller()).isFocused();

        ann.page().reload();
        ann.live().say("a marker");
        ann.shows("a marker");
    }

    @Test
    void itCanBeWrittenAnew() {
        refuse("helo");
        ann.say("helo");
        ann.box().fill("typed meanwhile");
        button("Edit").click();
        assertThat(ann.pending()).hasCount(0);
        assertThat(ann.box()).hasValue("helo\n\ntyped meanwhile");
        assertThat(ann.box()).isFocused();

        ann.page().reload();
        assertThat(ann.live().box()).hasValue("helo\n\ntyped meanwhile");
    }

    @Test
    void itDoesNotHoldUpTheNext() {
        refuse("hello");
        ann.say("hello");
        ann.say("next");

        ann.shows("next");
        assertThat(ann.pendingTexts()).hasText(new String[] {"hello"});
    }

    @Test
    void aNameThatIsRefusedIsMarkedAndAnotherOneGoesThrough() {
        ann.author().fill("x".repeat(65));
        ann.say("hello");
        assertThat(ann.fates()).hasText("Not sent: An author is 1 to 64 characters long.");
        assertThat(ann.author()).hasAttribute("aria-invalid", "true");

        ann.author().fill("Ann Lee");
        assertThat(ann.page().locator("[aria-invalid]")).hasCount(0);
        button("Retry").click();
        ann.shows("hello");
        assertThat(ann.page().locator("#entries .author")).hasText("Ann Lee");
    }

    @Test
    void anAnswerThatIsNoProblemIsToldByItsStatus() {
        ann.page()
                .route(
                        MESSAGES,
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setStatus(404)
                                .setContentType("text/html")
                                .setBody("<h1>Not found</h1>")));
        ann.say("hello");

        assertThat(ann.fates()).hasText("Not sent: The server answered 404.");
    }

    /** Refuses this text, each time; others go through. */
    private void refuse(String text) {
        ann.page().route(MESSAGES, route -> {
            if (route.request().postData().contains("\"" + text + "\"")) {
                requests.add(route.request());
                fulfil(route);
            } else {
                route.resume();
            }
        });
    }

    private static void fulfil(Route route) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(422)
                .setContentType("application/problem+json")
                .setBody(PROBLEM));
    }

    private Locator button(String name) {
        return ann.page().locator("#pending").getByText(name, new Locator.GetByTextOptions().setExact(true));
    }
}
