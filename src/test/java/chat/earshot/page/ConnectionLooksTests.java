package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import chat.earshot.EarshotTest;
import chat.earshot.testing.browser.Browsers;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Leaves pictures of the rooms and of a line that is down in {@code target/screenshots}. */
@EarshotTest(properties = "earshot.stream.heartbeat=900ms") // a server of its own, with none of the other tests' rooms
class ConnectionLooksTests {

    @RegisterExtension
    static final Browsers browsers = new Browsers();

    @LocalServerPort
    int port;

    Server server;

    @BeforeEach
    void furnish() {
        server = Server.at(port);
        List.of("random", "ideas-for-the-garden-and-other-long-names", "builds", "deploys", "lobby", "talk")
                .forEach(room -> server.say(room, "bob", "hello", "how is it going?", "see you"));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,1280,800", "DARK,1280,800", "LIGHT,390,844", "DARK,390,844", "LIGHT,320,256"})
    void theRooms(ColorScheme theme, int width, int height) {
        LivePage page = open(theme, width, height).live();
        assertThat(page.page().locator("#rooms-list a[data-unread]")).hasCount(2);
        picture(page, "header", theme, width);
        if (width < 960) {
            page.page().locator("#rooms-button").click();
            assertThat(page.page().locator("#rooms")).isVisible();
        }
        picture(page, "rooms", theme, width);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,1280,800", "DARK,390,844", "LIGHT,320,400"})
    void theLineIsDown(ColorScheme theme, int width, int height) {
        browsers.expectComplaint("status of 502");
        LivePage page = open(theme, width, height).live();
        page.page().clock().install();
        page.page().route("**/events?*", route -> route.fulfill(new Route.FulfillOptions().setStatus(502)));
        page.page().evaluate("dispatchEvent(new Event('online'))");
        assertThat(page.countdown()).isVisible();
        assertThat(page.banner()).isVisible();
        picture(page, "down", theme, width);
    }

    private LivePage open(ColorScheme theme, int width, int height) {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setColorScheme(theme)
                .setViewportSize(width, height)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setDeviceScaleFactor(width < 600 ? 2 : 1);
        Page page = browsers.window(options);
        String builds = server.say("builds", "ci", "green").id();
        String random = server.say("random", "bob", "!").id();
        page.addInitScript("localStorage.setItem('earshot.read', JSON.stringify({ builds: '" + before(builds, 1)
                + "', random: '" + before(random, 3) + "' }))");
        page.navigate(server.page("talk").toString());
        return new LivePage(page);
    }

    private static String before(String id, int steps) {
        return id.substring(0, 9) + (Integer.parseInt(id.substring(9)) - steps);
    }

    private static void picture(LivePage page, String state, ColorScheme theme, int width) {
        Path file = Path.of(
                "target/screenshots", state + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png");
        page.page().screenshot(new Page.ScreenshotOptions().setPath(file));
    }
}
