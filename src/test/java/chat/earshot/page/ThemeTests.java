package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/** Light, dark, or as the system has it. */
class ThemeTests extends PageTest {

    private static final String LIGHT = "rgb(251, 251, 250)";
    private static final String DARK = "rgb(21, 23, 24)";

    /** Notes the ground's colour each time the page is about to be painted, the first time included. */
    private static final String NOTE_EACH_PAINT = """
            const painted = window.painted = new Set();
            const note = () => {
              if (document.body) {
                painted.add(getComputedStyle(document.documentElement).backgroundColor);
              }
              requestAnimationFrame(note);
            };
            requestAnimationFrame(note);
            """;

    @Test
    void followsTheSystemUntilOneIsChosen() {
        Page page = open(ColorScheme.DARK);
        assertThat(choice(page)).hasValue("system");
        assertGround(page, DARK);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        assertGround(page, LIGHT);

        choice(page).selectOption("dark");
        assertGround(page, DARK);
        choice(page).selectOption("light");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertGround(page, LIGHT);
        choice(page).selectOption("system");
        assertGround(page, DARK);
    }

    @Test
    void keepsTheChoiceAndNeverPaintsAnother() {
        Page page = open(ColorScheme.LIGHT);
        choice(page).selectOption("dark");
        page.addInitScript(NOTE_EACH_PAINT);
        page.reload();
        assertThat(page.locator("#state")).hasText("Live");

        assertThat(choice(page)).hasValue("dark");
        assertThat(page.evaluate("[...painted].join()")).isEqualTo(DARK);
    }

    @Test
    void allWindowsFollow() {
        Page one = open(ColorScheme.LIGHT);
        Page other = one.context().newPage();
        other.navigate(server.page(Server.freshRoom()).toString());
        assertThat(other.locator("#state")).hasText("Live");
        choice(one).selectOption("dark");

        assertThat(choice(other)).hasValue("dark");
        assertGround(other, DARK);
        choice(other).selectOption("system");
        assertThat(choice(one)).hasValue("system");
        assertGround(one, LIGHT);
    }

    @Test
    void colouresTheBrowsersFrameToo() {
        Page page = open(ColorScheme.LIGHT);
        choice(page).selectOption("dark");

        assertThat(page.evaluate("[...document.querySelectorAll('meta[name=theme-color]')]"
                        + ".filter(meta => matchMedia(meta.media).matches).map(meta => meta.content).join()"))
                .isEqualTo("#1c1f21")
                .isEqualTo(page.evaluate(
                        "'#' + getComputedStyle(document.querySelector('.top')).backgroundColor.match(/\\d+/g)"
                                + ".map(part => Number(part).toString(16)).join('')"));
    }

    @Test
    void isNoChoiceWithoutScript() {
        Page page = browsers.openWithoutScript(server.page(Server.freshRoom()));

        assertThat(page.locator("#find")).isVisible();
        assertThat(page.locator(".theme")).isHidden();
    }

    private static Locator choice(Page page) {
        return page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Colours"));
    }

    private static void assertGround(Page page, String colour) {
        assertThat(page.locator("html")).hasCSS("background-color", colour);
    }

    private Page open(ColorScheme system) {
        Browser.NewContextOptions options = new Browser.NewContextOptions().setColorScheme(system);
        return new LivePage(browsers.open(server.page(Server.freshRoom()), options))
                .live()
                .page();
    }
}
