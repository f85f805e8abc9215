package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands in the box is kept until it is said. */
class ComposerTests extends PageTest {

    private static final String TOO_LONG = "A text is at most 4,000 characters long. Split it into several.";

    LivePage ann;

    @BeforeEach
    void enter() {
        ann = new LivePage(browsers.open(server.page(room))).live();
    }

    @Test
    void aTextThatIsTooLongStaysWithTheReasonBesideIt() {
        String text = "🎉".repeat(4_001);
        ann.say(text);

        assertThat(ann.reason()).hasText(TOO_LONG);
        assertThat(ann.box()).hasValue(text);
        assertThat(ann.box()).isFocused();
        assertThat(ann.box()).hasAttribute("aria-invalid", "true");
        assertThat(ann.box()).hasAccessibleDescription(Pattern.compile("^A text is at most 4,000 characters long"));
        assertThat(ann.pending()).hasCount(0);

        ann.box().press("Backspace");
        assertThat(ann.reason()).isHidden();
        assertThat(ann.page().locator("[aria-invalid]")).hasCount(0);
        ann.box().press("Enter");
        ann.shows("🎉".repeat(4_000));
    }

    @Test
    void theCharactersLeftAreCountedNearTheLimitAndToldNowAndThen() {
        ann.box().fill("x".repeat(3_599));
        assertThat(count()).isHidden();
        ann.box().pressSequentially("x");
        assertThat(count()).hasText("400 characters left");
        assertThat(ann.told()).hasText("400 characters left");
        ann.box().pressSequentially("x");
        assertThat(count()).hasText("399 characters left");
        assertThat(ann.told()).hasText("400 characters left");

        ann.box().fill("x".repeat(4_012));
        assertThat(count()).hasText("12 characters too many");
        assertThat(ann.told()).hasText("12 characters too many");
        ann.box().fill("short");
        assertThat(count()).isHidden();
    }

    @Test
    void theBoxGrowsWithItsTextUpToTwoFifthsOfTheWindow() {
        assertTheBoxGrows(ann);
    }

    @Test
    void theBoxGrowsWhereTheStyleCannot() {
        Page window = browsers.window(new Browser.NewContextOptions());
        window.addInitScript("CSS.supports = () => false");
        window.route("**/composer.css", route -> {
            String style = route.fetch().text().replace("field-sizing: content;", "");
            route.fulfill(new Route.FulfillOptions().setContentType("text/css").setBody(style));
        });
        window.navigate(server.page(room).toString());

        assertTheBoxGrows(new LivePage(window).live());
    }

    @Test
    void aPressOnTheButtonSendsToo() {
        ann.box().fill("hello");
        ann.page().getByText("Send", new Page.GetByTextOptions().setExact(true)).click();

        ann.shows("hello");
        assertThat(ann.box()).isFocused();
    }

    private static void assertTheBoxGrows(LivePage page) {
        double small = page.box().boundingBox().height;
        page.box().fill("line\n".repeat(6));
        double grown = page.box().boundingBox().height;
        page.box().fill("line\n".repeat(100));
        double full = page.box().boundingBox().height;
        assertTrue(grown > 2 * small, grown + " after " + small);
        assertEquals(0.4 * page.page().viewportSize().height, full, 1);
        page.say("small again");
        page.shows("small again");
        assertEquals(small, page.box().boundingBox().height, 1);
    }

    private Locator count() {
        return ann.page().locator("#count");
    }
}
