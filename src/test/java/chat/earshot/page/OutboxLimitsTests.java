package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a browser cannot do, or can do no longer, costs nobody a text. */
class OutboxLimitsTests extends PageTest {

    private static final String MESSAGES = "**/messages";

    @BeforeEach
    void enter() {
        browsers.expectComplaint("net::ERR_");
    }

    @Test
    void aBrowserThatRemembersNothingSpeaksAllTheSame() {
        LivePage bob = open("Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }");
        bob.page().route(MESSAGES, Route::abort);
        bob.say("one");
        bob.say("two");
        assertThat(bob.fates()).hasText(new String[] {"Waiting for the line", "Waiting for the line"});
        bob.page().unroute(MESSAGES);

        bob.shows("one", "two");
        assertThat(bob.pending()).hasCount(0);
    }

    @Test
    void aBrowserThatRefusesItsLocksSpeaksAllTheSame() {
        LivePage bob = open("navigator.locks.request = () => Promise.reject(new DOMException('', 'SecurityError'))");
        bob.say("one");
        bob.say("two");

        bob.shows("one", "two");
        assertThat(bob.pending()).hasCount(0);
    }

    @Test
    void aTextThatTheBrowserCannotKeepStaysInItsBox() {
        LivePage bob =
                open("const setItem = Storage.prototype.setItem; Storage.prototype.setItem = function(key, value) {"
                        + " if (value.length > 1000) throw new DOMException('', 'QuotaExceededError');"
                        + " setItem.call(this, key, value); }");
        bob.say("x".repeat(1_000));

        assertThat(bob.reason()).containsText("this browser has no room left");
        assertThat(bob.box()).hasValue("x".repeat(1_000));
        bob.say("short");
        bob.shows("short");
        assertThat(bob.reason()).isHidden();
    }

    @Test
    void moreThanTwoHundredAreNotTaken() {
        LivePage bob = open("");
        bob.page().route(MESSAGES, Route::abort);
        bob.page()
                .evaluate("for (let i = 1; i <= 200; i++) {"
                        + " document.querySelector('#text').value = `text ${i}`;"
                        + " document.querySelector('#composer').requestSubmit(); }");
        assertThat(bob.pending()).hasCount(200);
        bob.say("one more");

        assertThat(bob.reason()).containsText("200 messages are waiting");
        assertThat(bob.box()).hasValue("one more");
        assertThat(bob.pending()).hasCount(200);
    }

    @Test
    void withoutASecureContextTwoWindowsStoreAMessageOnce() {
        LivePage bob =
                open("Object.defineProperty(navigator, 'locks', { value: undefined }); crypto.randomUUID = undefined;");
        LivePage other = new LivePage(bob.page().context().newPage());
        other.page().addInitScript("Object.defineProperty(navigator, 'locks', { value: undefined })");
        other.page().navigate(server.page(room).toString());
        other.live();
        bob.page().context().route(MESSAGES, Route::abort);
        bob.say("hello");
        assertThat(bob.fates()).hasText("Waiting for the line");
        bob.page().context().unroute(MESSAGES);
        bob.shows("hello");
        other.say("a marker");

        bob.shows("hello", "a marker");
        other.shows("hello", "a marker");
        assertThat(other.pending()).hasCount(0);
    }

    private LivePage open(String script) {
        LivePage page = new LivePage(browsers.window(new Browser.NewContextOptions()));
        page.page().addInitScript(script);
        page.page().navigate(server.page(room).toString());
        return page.live();
    }
}
