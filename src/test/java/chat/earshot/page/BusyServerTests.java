package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** A server that cannot take a message now is asked again, with care. */
class BusyServerTests extends PageTest {

    private static final String MESSAGES = "**/messages";

    LivePage ann;

    /** What was sent and did not go through. */
    List<Request> requests;

    List<Instant> instants;

    @BeforeEach
    void enter() {
        ann = new LivePage(browsers.open(server.page(room))).live();
        requests = new ArrayList<>();
        instants = new ArrayList<>();
        browsers.expectComplaint("status of 503");
    }

    @Test
    void isAskedAgainWhenItWishes() {
        ann.page().route(MESSAGES, route -> {
            note(route);
            if (requests.size() == 1) {
                isBusy(route, "2");
            } else {
                route.resume();
            }
        });
        ann.say("hello");
        assertThat(ann.fates()).hasText("The server is busy. Trying again…");
        ann.say("next");

        ann.shows("hello", "next");
        assertEquals(keys().get(0), keys().get(1));
        assertWaitedTwoSeconds();
    }

    @Test
    void isNotAskedSoonerByAnotherWindow() {
        LivePage other = new LivePage(ann.page().context().newPage());
        other.page().navigate(server.page(room).toString());
        other.live();
        ann.page().context().route(MESSAGES, route -> {
            note(route);
            if (requests.size() == 1) {
                isBusy(route, "2");
            } else {
                route.resume();
            }
        });
        ann.say("hello");

        ann.shows("hello");
        other.shows("hello");
        assertWaitedTwoSeconds();
    }

    @Test
    void isAskedFiveTimesAtMost() {
        ann.page().route(MESSAGES, route -> {
            if (route.request().postData().contains("hello")) {
                note(route);
                isBusy(route, "0");
            } else {
                route.resume();
            }
        });
        ann.say("hello");
        ann.say("next");

        ann.shows("next");
        assertThat(ann.fates()).hasText("Not sent: The server answered 503.");
        assertEquals(5, requests.size());
        assertEquals(1, new HashSet<>(keys()).size());
    }

    @Test
    void aPageThatSomebodyElseAnswersIsNoSuccess() {
        ann.page().route(MESSAGES, route -> {
            note(route);
            if (requests.size() == 1) {
                route.fulfill(
                        new Route.FulfillOptions().setContentType("text/html").setBody("<h1>Log in</h1>"));
            } else {
                route.resume();
            }
        });
        ann.say("hello");

        ann.shows("hello");
        assertEquals(2, requests.size());
    }

    @Test
    void whatTheServerMayHaveForgottenIsNotSentAgainByItself() {
        browsers.expectComplaint("net::ERR_");
        ann.page().route(MESSAGES, Route::abort);
        ann.say("hello");
        assertThat(ann.fates()).hasText("Waiting for the line");
        ann.page().clock().setFixedTime(Instant.now().plus(Duration.ofHours(24)).toEpochMilli());
        assertThat(ann.fates()).containsText("Not sent: It may have been sent already");

        ann.page().unroute(MESSAGES);
        ann.page().getByText("Retry").click();
        ann.shows("hello");
        assertThat(ann.pending()).hasCount(0);
    }

    private static void isBusy(Route route, String retryAfter) {
        route.fulfill(new Route.FulfillOptions().setStatus(503).setHeaders(Map.of("Retry-After", retryAfter)));
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

    private void assertWaitedTwoSeconds() {
        Duration waited = Duration.between(instants.get(0), instants.get(1));
        assertTrue(waited.compareTo(Duration.ofMillis(1_900)) >= 0, waited.toString());
    }
}
