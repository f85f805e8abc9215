package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.earshot.testing.browser.Browsers;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the server does not take stays, and says why. */
@WithServer
class RefusedMessageTests {

    private static final String MESSAGES = "**/messages";
    private static final String PROBLEM = "{\"type\":\"/problems/invalid-text\",\"detail\":\"Not like this.\"}";

    @RegisterExtension
    static final Browsers browsers = new Browsers();

    @LocalServerPort
    int port;

    Server server;
    String room;
    LivePage ann;

    /** What was sent, and is answered by these tests. */
    List<Request> requests;

    List<Instant> instants;

    @BeforeEach
    void enter() {
        server = Server.at(port);
        room = Server.freshRoom();
        ann = new LivePage(browsers.open(server.page(room))).live();
        requests = new ArrayList<>();
        instants = new ArrayList<>();
        browsers.expectComplaint("status of ");
    }

    @Test
    void staysWithTheReasonAndIsTold() {
        answer("hello", 422, Map.of());
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
    void aRetryCarriesTheSameKeyAndBecomesItself() {
        answer("hello", 422, Map.of());
        ann.say("hello");
        assertThat(ann.fates()).hasText("Not sent: Not like this.");
        ann.page().unroute(MESSAGES);
        Request retry =
                ann.page().waitForRequest(MESSAGES, () -> button("Retry").press("Enter"));

        ann.shows("hello");
        assertThat(ann.pending()).hasCount(0);
        assertThat(ann.scroller()).isFocused();
        assertEquals(keys().getFirst(), retry.headerValue("Idempotency-Key"));
    }

    @Test
    void discardedItIsGone() {
        answer("hello", 422, Map.of());
        ann.say("hello");
        button("Discard").press("Enter");
        assertThat(ann.pending()).hasCount(0);
        assertThat(ann.scroller()).isFocused();

        ann.page().reload();
        ann.live().say("a marker");
        ann.shows("a marker");
    }

    @Test
    void itCanBeWrittenAnew() {
        answer("helo", 422, Map.of());
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
        answer("hello", 422, Map.of());
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
    void aBusyServerIsAskedAgainWhenItWishes() {
        ann.page().route(MESSAGES, route -> {
            note(route);
            if (requests.size() == 1) {
                refuse(route, 503, Map.of("Retry-After", "2"));
            } else {
                route.resume();
            }
        });
        ann.say("hello");
        assertThat(ann.fates()).hasText("The server is busy. Trying again…");
        ann.say("next");

        ann.shows("hello", "next");
        assertEquals(keys().get(0), keys().get(1));
        Duration waited = Duration.between(instants.get(0), instants.get(1));
        assertTrue(waited.compareTo(Duration.ofMillis(1_900)) >= 0, waited.toString());
    }

    @Test
    void aServerThatStaysBusyIsAskedFiveTimes() {
        answer("hello", 503, Map.of("Retry-After", "0"));
        ann.say("hello");
        ann.say("next");

        ann.shows("next");
        assertThat(ann.fates()).hasText("Not sent: Not like this.");
        assertEquals(5, requests.size());
        assertEquals(1, new HashSet<>(keys()).size());
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

    @Test
    void anotherServersOwnPageIsNoSuccess() {
        List<Route> answered = new ArrayList<>();
        ann.page().route(MESSAGES, route -> {
            answered.add(route);
            if (answered.size() == 1) {
                route.fulfill(
                        new Route.FulfillOptions().setContentType("text/html").setBody("<h1>Log in</h1>"));
            } else {
                route.resume();
            }
        });
        ann.say("hello");

        ann.shows("hello");
        assertEquals(2, answered.size());
    }

    @Test
    void whatTheServerMayHaveForgottenIsNotSentAgainByItself() {
        browsers.expectComplaint("net::ERR_");
        ann.page().route(MESSAGES, route -> {
            note(route);
            route.abort();
        });
        ann.say("hello");
        assertThat(ann.fates()).hasText("Waiting for the line");
        ann.page().clock().setFixedTime(Instant.now().plus(Duration.ofHours(24)).toEpochMilli());
        assertThat(ann.fates()).containsText("Not sent: It may have been sent already");

        ann.page().unroute(MESSAGES);
        button("Retry").click();
        ann.shows("hello");
        assertThat(ann.pending()).hasCount(0);
    }

    /** Answers this text with a problem, each time; others go through. */
    private void answer(String text, int status, Map<String, String> headers) {
        ann.page().route(MESSAGES, route -> {
            if (route.request().postData().contains("\"" + text + "\"")) {
                note(route);
                refuse(route, status, headers);
            } else {
                route.resume();
            }
        });
    }

    private static void refuse(Route route, int status, Map<String, String> headers) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(status)
                .setHeaders(headers)
                .setContentType("application/problem+json")
                .setBody(PROBLEM));
    }

    private void note(Route route) {
        requests.add(route.request());
        instants.add(Instant.now());
    }

    private List<String> keys() {
        return requests.stream()
                .map(request -> request.headerValue("Idempotency-Key"))
                .toList();
    }

    private Locator button(String name) {
        return ann.page().locator("#pending").getByText(name, new Locator.GetByTextOptions().setExact(true));
    }
}
