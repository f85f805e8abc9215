package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** A window with the page in it, as its reader sees and uses it. */
record LivePage(Page page) {

    /** More pixels than any log has. */
    static final int TO_THE_BEGINNING = 1_000_000;

    Locator state() {
        return page.locator("#state");
    }

    /** The state as it is seen while it waits. */
    Locator countdown() {
        return page.locator("#countdown");
    }

    Locator banner() {
        return page.locator("#banner");
    }

    Locator presence() {
        return page.locator("#presence [data-part=here]");
    }

    Locator roomLink(String room) {
        return page.locator("#rooms-list a[data-room=" + room + "]");
    }

    Locator entries() {
        return page.locator("#entries > .entry");
    }

    Locator texts() {
        return page.locator("#entries .text");
    }

    Locator times() {
        return page.locator("#entries [data-part=time]");
    }

    Locator gap() {
        return page.locator("#entries .gap");
    }

    Locator payloads() {
        return page.locator("#entries .payload");
    }

    Locator box() {
        return page.locator("#text");
    }

    Locator author() {
        return page.locator("#author");
    }

    Locator reason() {
        return page.locator("#reason");
    }

    /** The messages on their way. */
    Locator pending() {
        return page.locator("#pending > li");
    }

    Locator pendingTexts() {
        return page.locator("#pending .text");
    }

    /** What has become of them, in words. */
    Locator fates() {
        return page.locator("#pending .fate");
    }

    /** What is told to those who listen. */
    Locator told() {
        return page.locator("#told");
    }

    Locator scroller() {
        return page.locator("#scroller");
    }

    Locator jump() {
        return page.locator("#jump");
    }

    /** Scrolls to so many pixels above the end; more than there are is the beginning. */
    void scrollUp(int pixels) {
        scroller().evaluate("(scroller, pixels) => scroller.scrollTop = -pixels", pixels);
    }

    /** Reads back from the end of "text 1" to "text N", page by page. */
    void readBack(int count) {
        for (int first = count - 49; first > 1; first = Math.max(1, first - 100)) {
            assertThat(texts().first()).hasText("text " + first);
            scrollUp(TO_THE_BEGINNING);
        }
        assertThat(texts().first()).hasText("text 1");
    }

    /** Where the row with this text stands in the window. */
    double top(String text) {
        return texts().filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + text + "$")))
                .boundingBox()
                .y;
    }

    /** Waits until it hears what is said from now on. */
    LivePage live() {
        assertThat(state()).hasText("Live");
        return this;
    }

    void say(String text) {
        box().fill(text);
        box().press("Enter");
    }

    void shows(String... texts) {
        assertThat(texts()).hasText(texts);
    }
}
