package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page for who needs it larger, calmer or in other colours, and above a phone's keyboard. */
class AdaptedViewTests extends PageTest {

    private static final String MOVING = """
            () => [...document.querySelectorAll('*')]
                .flatMap(element => [null, '::before', '::after'].map(part => getComputedStyle(element, part)))
                .filter(style => style.animationName !== 'none' || style.transitionProperty !== 'none').length
                + document.getAnimations().length
            """;

    /** Whether what is drawn for this element stands out from what is behind it. */
    private static final String STANDS_OUT = """
            (element, [part, property]) => {
              const canvas = getComputedStyle(document.documentElement).backgroundColor;
              const colour = getComputedStyle(element, part)[property];
              return colour !== canvas && colour !== 'rgba(0, 0, 0, 0)';
            }
            """;

    private static final String TOO_WIDE = """
            () => [...document.querySelectorAll('html, body, .notices, main, #scroller, #rooms, #rooms-list')]
                .filter(element => element.scrollWidth > element.clientWidth && element.checkVisibility())
                .map(element => element.id || element.className || element.tagName)
            """;

    private static final LocatorAssertions.IsInViewportOptions WHOLE =
            new LocatorAssertions.IsInViewportOptions().setRatio(1);

    @ParameterizedTest
    @CsvSource({"640,400", "320,568", "320,256"})
    void canBeUsedAtTwiceTheSizeAndMore(int width, int height) {
        Conversation.in(server, room);
        LivePage page = open(new Browser.NewContextOptions().setViewportSize(width, height));
        page.say("enlarged");

        assertThat(page.texts().last()).hasText("enlarged");
        assertThat(page.texts().last()).isInViewport();
        assertThat(page.page().locator("#send")).isInViewport();
        assertThat(page.page()
                        .evaluate("() => ['html', '#scroller'].map(name => document.querySelector(name))"
                                + ".filter(element => element.scrollWidth > element.clientWidth).length"))
                .isEqualTo(0);
        page.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target/screenshots", "zoomed-light-" + width + "x" + height + ".png")));
    }

    @Test
    void staysInSightAboveAPhonesKeyboard() {
        Conversation.in(server, room);
        LivePage page = open(new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setIsMobile(true)
                .setHasTouch(true));
        assertThat(page.page().locator("meta[name=viewport]"))
                .hasAttribute("content", Pattern.compile("interactive-widget=resizes-content"));
        page.page().locator("#text").tap();
        page.page().setViewportSize(390, 420);

        for (String element : List.of("#room", "#text", "#send", "#entries > li:last-child .text")) {
            assertThat(page.page().locator(element)).isInViewport();
        }
        page.say("with the keyboard up");
        assertThat(page.texts().last()).hasText("with the keyboard up");
        assertThat(page.texts().last()).isInViewport();
        page.page()
                .screenshot(
                        new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", "keyboard-light-390.png")));
    }

    @Test
    void isStillForWhoWantsItStill() {
        Conversation.in(server, room);
        LivePage page = open(new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));

        assertThat(page.page().evaluate(MOVING)).isEqualTo(0);
    }

    @Test
    void losesNothingWhereTheSystemForcesItsColours() {
        Conversation.in(server, room);
        LivePage page = open(new Browser.NewContextOptions()
                .setForcedColors(ForcedColors.ACTIVE)
                .setViewportSize(1280, 800));

        assertStandsOut(page, ".state", "::before", "borderTopColor");
        assertStandsOut(page, ".state", "::before", "backgroundColor");
        assertStandsOut(page, "#send", null, "borderTopColor");
        assertStandsOut(page, "#author", null, "borderTopColor");
        assertStandsOut(page, "#find-room", null, "borderTopColor");
        assertStandsOut(page, "#entries .avatar >> nth=0", null, "borderTopColor");
        assertStandsOut(page, ".box", null, "outlineColor");
        page.page().locator("#send").focus();
        assertStandsOut(page, "#send", null, "outlineColor");
        page.page()
                .screenshot(
                        new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", "forced-colours-1280.png")));
    }

    @Test
    void tellsStatesApartWhereTheSystemForcesItsColours() {
        FullWindow window = FullWindow.open(
                browsers,
                server,
                room,
                new Browser.NewContextOptions()
                        .setForcedColors(ForcedColors.ACTIVE)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setViewportSize(1280, 1600));
        LivePage page = window.page();
        window.picture("forced-colours-full");

        assertStandsOut(page, "#entries .own .text >> nth=0", null, "borderTopColor");
        assertStandsOut(page, "#entries .mention", null, "backgroundColor");
        assertStandsOut(page, "#entries .mentions-me", null, "borderLeftColor");
        assertThat(window.unread().locator(".unread")).hasCSS("border-top-style", "solid");
        assertThat(page.page().locator(".unread-line")).hasText("New");
        assertThat(page.page().locator("#entries .own .text").last()).hasCSS("border-top-style", "solid");
        assertThat(page.page().locator("[data-state=waiting] .text")).hasCSS("border-top-style", "dashed");
        assertThat(page.page().locator("[data-state=refused] .text")).hasCSS("border-top-width", "2px");
        assertThat(page.page().locator("#rooms-list [aria-current]")).hasCSS("outline-style", "solid");
    }

    @ParameterizedTest
    @CsvSource({"640,400", "320,568", "320,256"})
    void isNeverScrolledSideways(int width, int height) {
        FullWindow window = FullWindow.open(
                browsers,
                server,
                room,
                new Browser.NewContextOptions()
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setViewportSize(width, height));
        Page page = window.page().page();
        assertThat(page.evaluate(TOO_WIDE)).isEqualTo(List.of());
        window.openDrawer();
        assertThat(page.evaluate(TOO_WIDE)).isEqualTo(List.of());
        page.keyboard().press("Escape");
        window.writeTooMuch();
        window.lose();
        assertThat(page.evaluate(TOO_WIDE)).isEqualTo(List.of());
        window.picture("zoomed-full-" + width + "x" + height);
        for (String part : List.of("#send", "#count", "#author", "#banner button")) {
            assertThat(page.locator(part)).isInViewport(WHOLE);
        }
        assertThat(page.locator("#scroller").boundingBox().height).isGreaterThan(40);
        assertThat(page.locator("#author").boundingBox().width).isGreaterThan(70);
    }

    private static void assertStandsOut(LivePage page, String element, @Nullable String part, String property) {
        assertThat(page.page().locator(element).evaluate(STANDS_OUT, Arrays.asList(part, property)))
                .as(element + " " + property)
                .isEqualTo(true);
    }

    private LivePage open(Browser.NewContextOptions options) {
        return new LivePage(browsers.open(server.page(room), options)).live();
    }
}
