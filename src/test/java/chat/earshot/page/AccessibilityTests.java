package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.testing.browser.Axe;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What axe finds on the page in its states: nothing. */
class AccessibilityTests extends PageTest {

    @ParameterizedTest
    @CsvSource({"LIGHT,1280,en", "DARK,1280,en", "LIGHT,390,en", "DARK,390,en", "LIGHT,1280,ar-EG", "DARK,390,ar-EG"})
    void inAnEmptyRoomAndInABusyOne(ColorScheme theme, int width, String locale) {
        LivePage page = open(theme, width, locale);
        assertFree(page);
        Conversation.in(server, room);
        assertThat(page.texts().last()).hasText(Conversation.LAST);
        assertFree(page);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void beyondAGapAndBesideARefusedText(ColorScheme theme) {
        server.sayMany(room, 60);
        LivePage page = new LivePage(browsers.window(options(theme, 1280, "en")));
        Conversation.beginWithAGap(page.page());
        page.page().navigate(server.page(room).toString());
        assertThat(page.gap().getByText("Load what is kept")).isVisible();
        page.say("x".repeat(4_001));
        assertThat(page.reason()).isVisible();
        assertFree(page);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void onAnOlderPageAndAboveNewMessages(ColorScheme theme) {
        server.sayMany(room, 120);
        LivePage page = open(theme, 1280, "en");
        page.scrollUp(900);
        server.say(room, "bob", "new");
        assertThat(page.jump()).hasText("One new message");
        assertFree(page);

        String id = page.entries().last().getAttribute("data-id");
        page.page().navigate(server.page(room) + "?before=" + id);
        assertThat(page.page().locator("#scroller").getByText("You are reading older messages"))
                .isVisible();
        assertFree(page);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void asTheServerSendsIt(ColorScheme theme) {
        browsers.expectComplaint("net::ERR_FAILED");
        server.sayMany(room, 60);
        Page page = browsers.window(options(theme, 1280, "en")); // with script switched off, axe would not run either
        page.route("**/assets/js/*", Route::abort);
        page.navigate(server.page(room).toString());
        assertThat(page.locator("#older a")).isVisible();
        assertFree(new LivePage(page));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,1280,en", "DARK,1280,en", "LIGHT,390,en", "DARK,390,ar-EG", "DARK,1280,ar-EG", "LIGHT,390,de-DE"
    })
    void withEverythingAtOnce(ColorScheme theme, int width, String locale) {
        FullWindow window = FullWindow.open(browsers, server, room, options(theme, width, locale));
        String name = "full-" + locale.substring(0, 2) + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width;
        assertFree(window.page());
        window.picture(name);
        if (width < 600) {
            window.openDrawer();
            assertFree(window.page());
            window.picture(name + "-rooms");
            window.page().page().keyboard().press("Escape");
        }
        window.writeTooMuch();
        window.lose();
        assertFree(window.page());
        window.picture(name + "-down");
    }

    private static void assertFree(LivePage page) {
        assertThat(Axe.findings(page.page())).isEmpty();
    }

    private LivePage open(ColorScheme theme, int width, String locale) {
        LivePage page = new LivePage(browsers.open(server.page(room), options(theme, width, locale)));
        assertThat(page.page().locator("#state[data-state=live]")).isVisible();
        return page;
    }

    private static Browser.NewContextOptions options(ColorScheme theme, int width, String locale) {
        return new Browser.NewContextOptions()
                .setColorScheme(theme)
                .setViewportSize(width, 800)
                .setLocale(locale)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setIsMobile(width < 600)
                .setHasTouch(width < 600);
    }
}
