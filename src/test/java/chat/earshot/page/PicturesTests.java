package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import chat.earshot.log.HandClock;
import chat.earshot.log.TestClock;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Eight states of the page, each as a picture in {@code target/screenshots} under its name; two of them are in the README. */
@Import(HandClock.class)
@TestPropertySource(properties = "earshot.stream.retry=3s") // a server of its own, where nobody else has spoken
class PicturesTests extends PageTest {

    final TestClock clock;

    PicturesTests(TestClock clock) {
        this.clock = clock;
    }

    @BeforeEach
    void speak() {
        if (server.client().get("/messages?room=garden").body().contains("slugs")) {
            return;
        }
        clock.advance(Duration.ofHours(-20));
        server.say("builds", "ci", "nightly is green");
        server.say("random", "bob", "Anyone for lunch?", "Soup day.");
        server.say("garden", "Ann Lee", "The beds by the fence are dug. Who brings the seedlings?");
        server.say("garden", "bob", "I do, on my way home.");
        clock.advance(Duration.ofMinutes(19 * 60 + 20));
        server.say("garden", "Ann Lee", "Morning! Three things for today:", """
                ```
                1. water the tomatoes
                2. mend the hose
                3. *no* slugs
                ```""");
        clock.advance(Duration.ofMinutes(12));
        server.say("garden", "مريم", "صباح الخير! الخرطوم جاهز، أصلحته أمس.");
        server.client().broadcast("weather", "{\"place\":\"garden\",\"celsius\":17.50,\"wind\":[3,5]}", "garden");
        server.say(
                "garden",
                "bob",
                "Thank you **so** much! How to tie them up is shown here: https://example.org/tomatoes (scroll down).");
        clock.advance(Duration.ofMinutes(6));
        server.say("garden", "carl", "@bob how many are there?");
        server.say("garden", "bob", "Twelve.", "And two for whoever asks first.");
        server.say("garden", "Dr. Maximiliane von Hohenstein-Wittelsbach 🏔️", "🍅🍅");
        server.say("arabic", "مريم", "مرحبا بكم في الغرفة الجديدة!", "كل ما يقال هنا يُحفظ أولاً.");
        server.say("arabic", "سالم", "جميل. هل يعمل الرابط https://example.org/docs؟");
        clock.advance(Duration.ofMinutes(3));
    }

    @Test
    void empty() {
        LivePage page = open("new-room", wideWindow());

        assertThat(page.page().locator("#empty")).isVisible();
        picture(page, "empty");
    }

    @Test
    void busy() {
        LivePage page = open("garden", wideWindow());

        assertThat(page.texts().last()).isInViewport();
        picture(page, "busy");
    }

    @Test
    void ownAndOthers() {
        LivePage page = open("garden", wideWindow());
        be(page, "bob");

        assertThat(page.page().locator("#entries .own-mark:visible")).not().hasCount(0);
        assertThat(page.page().locator("#entries .mentions-me")).hasCount(1);
        picture(page, "own-and-others");
    }

    @Test
    void pendingAndFailed() {
        browsers.expectComplaint("status of 422");
        LivePage page = open("garden", wideWindow());
        be(page, "bob");
        page.page().route("**/messages", route -> {
            if (route.request().postData().contains("refused")) {
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(422)
                        .setContentType("application/problem+json")
                        .setBody("{\"type\":\"/problems/invalid-text\",\"detail\":\"text is too long.\"}"));
            }
        });
        page.say("This one is refused by the server.");
        page.say("And this one is still on its way.");
        assertThat(page.fates()).hasText(new Pattern[] {Pattern.compile("Not sent"), Pattern.compile("Sending")});

        picture(page, "pending-and-failed");
        page.page().unroute("**/messages");
    }

    @Test
    void offline() {
        browsers.expectComplaint("net::ERR_");
        LivePage page = open("garden", wideWindow());
        page.page().context().setOffline(true);
        page.page().evaluate("dispatchEvent(new Event('pagehide'))"); // an open stream outlives the emulated cut
        page.page().evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
        assertThat(page.state()).hasText("Offline");
        page.page().clock().fastForward(6_000);

        assertThat(page.page().locator("#banner")).isVisible();
        picture(page, "offline");
    }

    @Test
    void dark() {
        LivePage page = open("garden", wideWindow().setColorScheme(ColorScheme.DARK));

        assertThat(page.texts().last()).isInViewport();
        picture(page, "dark");
    }

    @Test
    void phone() {
        LivePage page = open("garden", phoneWindow());

        assertThat(page.texts().last()).isInViewport();
        picture(page, "phone");
    }

    @Test
    void arabic() {
        LivePage page = open("arabic", wideWindow().setLocale("ar-EG"));

        assertThat(page.page().locator("html")).hasAttribute("dir", "rtl");
        picture(page, "arabic");
    }

    private LivePage open(String room, NewContextOptions options) {
        Page page =
                browsers.window(options.setReducedMotion(ReducedMotion.REDUCE).setTimezoneId("Europe/Berlin"));
        page.clock().install(new Clock.InstallOptions().setTime(Date.from(clock.instant())));
        page.navigate(server.page(room).toString());
        LivePage window = new LivePage(page);
        assertThat(window.state()).hasAttribute("data-state", "live");
        return window;
    }

    private static void be(LivePage page, String name) {
        page.author().fill(name);
        page.author().press("Tab");
        page.box().focus();
    }

    private static NewContextOptions wideWindow() {
        return new NewContextOptions().setViewportSize(1100, 760);
    }

    private static NewContextOptions phoneWindow() {
        return new NewContextOptions()
                .setViewportSize(390, 844)
                .setIsMobile(true)
                .setHasTouch(true);
    }

    private static void picture(LivePage page, String state) {
        page.page().screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", state + ".png")));
    }
}
