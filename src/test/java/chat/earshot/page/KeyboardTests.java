package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page without a mouse. */
class KeyboardTests extends PageTest {

    private static final int MORE_THAN_THERE_ARE = 400;

    /** Numbers everything that can be used, so that it can be told whether the Tab key gets to all of it. */
    private static final String NUMBER_CONTROLS = """
            () => {
              const controls = [...document.querySelectorAll('a[href], button, input, select, textarea, [tabindex="0"]')]
                  .filter(element => element.checkVisibility() && !element.disabled);
              controls.forEach((control, i) => control.dataset.number = i);
              return controls.map(control => control.id || control.dataset.room || control.className || control.dataset.number);
            }
            """;

    private static final String FOCUSED = """
            () => {
              const element = document.activeElement;
              return element === document.body ? null : element.id || element.dataset.room || element.className || element.dataset.number;
            }
            """;

    /** A ring around what has the focus or around the box it is drawn in, on the screen and not covered. */
    private static final String RING_IS_SEEN = """
            () => {
              const ring = element => {
                const { outlineStyle, outlineWidth } = getComputedStyle(element);
                return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
              };
              const focused = document.activeElement;
              const { top, bottom, left, right } = focused.getBoundingClientRect();
              const inSight = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
              const ringed = [focused, focused.parentElement, focused.closest('.box')];
              return inSight && ringed.some(element => element && ring(element));
            }
            """;

    @Test
    void getsToEveryControlInOrderAndShowsWhereItIs() {
        server.sayMany(room, 120);
        Conversation.in(server, room); // with links, which are gone to on the way
        server.sayMany(room, 30);
        Page page = open();
        page.route("**/messages?*", route -> {}); // or the button for older ones would go while it has the focus
        page.locator("#scroller").evaluate("scroller => scroller.scrollTop = -400");
        assertThat(page.locator("#jump")).isVisible();
        Object all = page.evaluate(NUMBER_CONTROLS);
        List<Object> reached = new ArrayList<>();
        for (int i = 0; i < MORE_THAN_THERE_ARE; i++) {
            page.keyboard().press("Tab");
            Object focused = page.evaluate(FOCUSED);
            if (focused == null || reached.contains(focused)) {
                break;
            }
            assertThat(page.evaluate(RING_IS_SEEN)).as("the ring of " + focused).isEqualTo(true);
            reached.add(focused);
        }

        assertThat(reached).containsAll((List<?>) all);
        assertThat(reached)
                .startsWith("skip", "theme", "mark")
                .containsSubsequence(room, "find-room", "scroller", "load-older", "jump", "text", "author", "send");
    }

    @Test
    void leapsToTheMessageBoxAndSpeaks() {
        Page page = open();
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        assertThat(page.locator(".skip")).isInViewport();
        page.keyboard().press("Enter");
        assertThat(page.locator("#text")).isFocused();
        page.keyboard().type("by keyboard");
        page.keyboard().press("Enter");

        new LivePage(page).shows("by keyboard");
        assertThat(page.locator("#text")).isFocused();
    }

    @Test
    void readsBack() {
        server.sayMany(room, 50);
        Page page = open();
        page.locator("#scroller").focus();
        page.keyboard().press("Home");
        assertThat(page.locator("#entries .text").first()).isInViewport();
        page.keyboard().press("End");
        assertThat(page.locator("#entries .text").last()).isInViewport();
    }

    /** With a finger instead of a mouse the page does not take the focus to its box, so it is still before the beginning. */
    private Page open() {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setViewportSize(1280, 800)
                .setHasTouch(true)
                .setIsMobile(true);
        return new LivePage(browsers.open(server.page(room), options)).live().page();
    }
}
