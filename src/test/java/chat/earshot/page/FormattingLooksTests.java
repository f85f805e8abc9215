package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Leaves pictures of formatted texts and of custom events in {@code target/screenshots}. */
class FormattingLooksTests extends PageTest {

    @ParameterizedTest
    @CsvSource({"LIGHT,1280", "DARK,1280", "LIGHT,390", "DARK,390"})
    void fitsItsWindow(ColorScheme theme, int width) {
        Server server = Server.at(port);
        String room = Server.freshRoom();
        converse(server, room);
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setColorScheme(theme)
                .setViewportSize(width, width < 600 ? 1900 : 1500)
                .setReducedMotion(ReducedMotion.REDUCE);
        LivePage page = new LivePage(browsers.open(server.page(room), options)).live();
        page.page()
                .evaluate("async () => { const { markMentions } = await import('../assets/js/mentions.js');"
                        + " document.querySelectorAll('#entries > li').forEach(row => markMentions(row, 'ann')); }");
        assertThat(page.page().locator("mark")).hasCount(2);

        String file = "formatting-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
        page.page().screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", file)));
        assertEquals(
                false,
                page.page().locator("#scroller").evaluate("scroller => scroller.scrollWidth > scroller.clientWidth"));
    }

    private static void converse(Server server, String room) {
        server.say(
                room,
                "bob",
                "**Heads up:** the deploy window moved to *ten*. Details: https://example.org/deploy/2026-11");
        server.say(
                room,
                "bob",
                "Run `./mvnw -q verify` first, **then `git push`**; see https://en.wikipedia.org/wiki/Cat_(animal).");
        server.say(room, "carl", """
                @ann this is what I ran:
                ```java
                record Greeting(String text) {
                    static Greeting of(String name) { return new Greeting("Hello, " + name + ", and a line that is long enough to wrap"); }
                }
                ```
                and ***it works***, @ann!""");
        server.say(
                room, "مريم", "رائع! جرّبت `curl -N localhost:8080/events` والرابط **https://example.org/ar** يعمل.");
        server.client().broadcast("stockUpdate", "{\"symbol\":\"RELIANCE\",\"price\":2750.0}", room);
        server.client().broadcast("stockUpdate", "{\"symbol\":\"TCS\",\"price\":3410.55}", room);
        server.client().broadcast("build.finished", """
                {"build":4711,"branch":"main","author":{"name":"Ann Lee","mail":"ann@example.org"},"steps":[{"name":"compile",
                "seconds":12.5,"ok":true},{"name":"test","seconds":341,"ok":false,"failed":["LivePageTests","GapTests","FeedTests"]}],
                "log":"https://ci.example.org/builds/4711/log?full=true"}""", room);
        server.client().broadcast("deployed", "null", room);
        server.say(
                room,
                "dev",
                "snake_case, 2*3*4, count(*), ¯\\_(ツ)_/¯ and <b>this</b> stay as typed.\n```\nno language\n```");
    }
}
