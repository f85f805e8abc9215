package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Leaves pictures of the page in {@code target/screenshots}, and holds what about them can be measured. */
class LooksTests extends PageTest {

    /** The contrast (WCAG 2.2, 1.4.3) of each element's own words with the ground behind them; those below 4.5. */
    private static final String PALE_WORDS = """
            () => {
              const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
              const paint = (...colours) => {
                canvas.clearRect(0, 0, 1, 1);
                colours.forEach(colour => { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); });
                return canvas.getImageData(0, 0, 1, 1).data;
              };
              const light = ([r, g, b]) => [r, g, b].map(part => part / 255)
                  .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
                  .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
              const grounds = element => element
                  ? [...grounds(element.parentElement), getComputedStyle(element).backgroundColor] : ['white'];
              const contrast = (element, colour) => {
                const ground = grounds(element);
                const both = [light(paint(...ground)), light(paint(...ground, colour))].sort((a, b) => b - a);
                return (both[0] + 0.05) / (both[1] + 0.05);
              };
              const speaks = element => [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
              const pale = [];
              for (const element of document.querySelectorAll('body, body *')) {
                if (!element.checkVisibility()) continue;
                if (speaks(element)) {
                  const found = contrast(element, getComputedStyle(element).color);
                  if (found < 4.5) pale.push(`${element.className || element.tagName}: ${found.toFixed(2)}`);
                }
                if (element.placeholder) {
                  const found = contrast(element, getComputedStyle(element, '::placeholder').color);
                  if (found < 4.5) pale.push(`placeholder of ${element.id}: ${found.toFixed(2)}`);
                }
              }
              return pale;
            }
            """;

    @ParameterizedTest
    @CsvSource({"LIGHT,1280,800", "DARK,1280,800", "LIGHT,768,1024", "LIGHT,390,844", "DARK,390,844"})
    void fitsItsWindow(ColorScheme theme, int width, int height) {
        LivePage page = open(theme, width, height);
        picture(page, "empty", theme, width);
        converse();
        assertThat(page.texts().last()).containsText("Sounds like a plan");
        assertFits(page);
        picture(page, "busy", theme, width);

        page.say("x".repeat(4_001));
        assertThat(page.reason()).isVisible();
        assertFits(page);
        picture(page, "refused", theme, width);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void canBeRead(ColorScheme theme) {
        LivePage page = open(theme, 1280, 800);
        Assertions.assertEquals(List.of(), page.page().evaluate(PALE_WORDS), "of the empty room");
        for (char name = 'a'; name <= 'z'; name++) {
            server.say(room, String.valueOf(name), "one of every hue");
        }
        server.client().broadcast("stockUpdate", "1", room);
        server.say(room, "bob", "a marker");
        page.say("x".repeat(4_001));
        assertThat(page.texts().last()).hasText("a marker");
        assertThat(page.reason()).isVisible();

        Assertions.assertEquals(
                12,
                page.page()
                        .evaluate("new Set([...document.querySelectorAll('#entries .message')]"
                                + ".map(row => row.className)).size"));
        Assertions.assertEquals(List.of(), page.page().evaluate(PALE_WORDS));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,1280,800", "DARK,1280,800", "LIGHT,390,844", "DARK,390,844"})
    void showsTheWayToTheNewest(ColorScheme theme, int width, int height) {
        converse();
        server.sayMany(room, 30);
        LivePage page = open(theme, width, height);
        page.scrollUp(900);
        server.say(room, "bob", "new", "and new");
        assertThat(page.jump()).hasText("2 new messages");

        assertThat(page.jump()).isInViewport();
        Assertions.assertEquals(List.of(), page.page().evaluate(PALE_WORDS));
        picture(page, "reading", theme, width);
    }

    private void converse() {
        server.say(
                room,
                "Ann Lee",
                "Morning! The deploy window opens at ten.",
                "I'll post the checklist here, one minute.");
        server.say(room, "bob", "👍 thanks");
        server.say(room, "مريم", "صباح الخير! هل انتهت الاختبارات على الخادم الجديد؟ أراها خضراء عندي.");
        server.say(room, "Ann Lee", """
                Before we start:
                  1. back up ./data
                  2. drain the streams
                  3. roll one node, watch p99

                It took four minutes last time, and nobody noticed.""");
        server.say(room, "ann", "I have the checklist.", "Starting with the backup.");
        server.client().broadcast("stockUpdate", "{\"symbol\":\"RELIANCE\",\"price\":2750}", room);
        server.say(
                room,
                "Dr. Maximiliane von Hohenstein-Wittelsbach 🏔️",
                "Wrong log?\n" + "https://example.org/" + "averyveryverylongpathwithoutanybreak/".repeat(6));
        server.say(room, "👩‍💻 dev", "🎉🎉🎉");
        server.say(
                room,
                "bob",
                "The measure of a line is what the eye can follow back without losing its place, and somewhere"
                        + " past seventy characters it begins to. So a long message like this one has to wrap well before the"
                        + " window ends, on a wide screen too.");
        server.say(room, "Ann Lee", "Sounds like a plan. Ten it is.");
    }

    private LivePage open(ColorScheme theme, int width, int height) {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setColorScheme(theme)
                .setViewportSize(width, height)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setDeviceScaleFactor(width < 600 ? 2 : 1)
                .setIsMobile(width < 600)
                .setHasTouch(width < 600);
        LivePage page = new LivePage(browsers.open(server.page(room), options)).live();
        page.author().fill("ann");
        page.author().press("Tab");
        return page;
    }

    /** Nothing sticks out at the side, and the composer is in sight. */
    private static void assertFits(LivePage page) {
        Assertions.assertEquals(
                List.of(),
                page.page()
                        .evaluate(
                                "() => [...document.querySelectorAll('body *')].filter(element =>"
                                        + " element.checkVisibility() && (element.getBoundingClientRect().right > innerWidth"
                                        + " || element.getBoundingClientRect().left < 0)).map(element => element.outerHTML.slice(0, 80))"));
        Assertions.assertEquals(
                false,
                page.page().locator("#scroller").evaluate("scroller => scroller.scrollWidth > scroller.clientWidth"));
        assertThat(page.page().locator("#send")).isInViewport();
        assertThat(page.texts().last()).isInViewport();
    }

    private static void picture(LivePage page, String state, ColorScheme theme, int width) {
        Path file = Path.of(
                "target/screenshots", state + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png");
        page.page().screenshot(new Page.ScreenshotOptions().setPath(file));
    }
}
