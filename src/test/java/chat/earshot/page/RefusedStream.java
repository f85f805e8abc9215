package chat.earshot.page;

import chat.earshot.testing.browser.Browsers;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;

/** A window whose stream is answered as a test wants it. Time stands still in it until the test moves it. */
final class RefusedStream {

    private final Page page;

    /** The methods of what was asked of {@code /events}. */
    private final List<String> asked = new ArrayList<>();

    /** What was asked before time stood still; answered then, or a slow machine would begin to count down too early. */
    private final List<Route> early = new ArrayList<>();

    /** Whether time stands still but for {@link #pass}. */
    private boolean standing;

    /** What it is answered; null for the server's own answer. */
    private Route.FulfillOptions answer;

    RefusedStream(Browsers browsers) {
        page = browsers.window(new Browser.NewContextOptions());
        page.addInitScript("Math.random = () => 0.999999"); // the longest wait, each time
        page.clock().install();
        page.route("**/events?*", this::answer);
        browsers.expectComplaint("Failed to load resource");
    }

    private void answer(Route route) {
        asked.add(route.request().method());
        if (standing) {
            reply(route);
        } else {
            early.add(route);
        }
    }

    private void reply(Route route) {
        if (answer == null) {
            route.resume();
        } else {
            route.fulfill(answer);
        }
    }

    LivePage open(Server server, String room) {
        page.navigate(server.page(room).toString());
        page.clock().pauseAt(System.currentTimeMillis() + 1_000);
        standing = true;
        early.forEach(this::reply);
        return new LivePage(page);
    }

    /** @return the refusal, for headers in it */
    Route.FulfillOptions refuse(int status) {
        answer = new Route.FulfillOptions().setStatus(status).setBody("not now");
        return answer;
    }

    void letIn() {
        answer = null;
    }

    List<String> asked() {
        return asked;
    }

    void pass(long millis) {
        page.clock().runFor(millis);
    }

    /** The browser says that the network is there; so a page that is live makes a new stream. */
    void online() {
        page.evaluate("dispatchEvent(new Event('online'))");
    }

    void comeBack() {
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    }
}
