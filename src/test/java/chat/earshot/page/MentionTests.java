package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ForcedColors;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reader's own name, where somebody calls it. */
class MentionTests extends PageTest {

    @ParameterizedTest
    @CsvSource({
        "ann,            hi @ann,                          @ann",
        "ann,            '@Ann, @ANN: and (@ann)!',        @Ann|@ANN|@ann",
        "ann,            '**@ann** and _so @ann_',         @ann|@ann",
        "ann,            '@annabel @ann2 @annä me@ann @a', ''",
        "ann,            '`@ann` http://x.y/@ann',         ''",
        "ann,            ann,                              ''",
        "ann,            @@ann,                            @ann",
        "Ann Lee,        'hi @ann lee and @ann',           @ann lee",
        "مريم,           'مرحبا @مريم!',                   @مريم",
        "Dr. (A+B)*[c]$, 'so @Dr. (A+B)*[c]$ @Dr',         @Dr. (A+B)*[c]$",
        "👩‍💻 dev,     '@👩‍💻 dev',                     @👩‍💻 dev",
        "İnci,           '@İnci @x',                       @İnci",
        "'',             '@ @anonymous',                   ''"
    })
    void stands(String name, String text, String mentions) {
        server.say(room, "bob", text);
        LivePage page = open();
        String before = page.texts().textContent();

        assertEquals(!mentions.isEmpty(), mark(page, name));
        assertEquals(
                mentions, String.join("|", page.page().locator("mark.mention").allTextContents()));
        assertThat(page.page().locator(".mentions-me")).hasCount(mentions.isEmpty() ? 0 : 1);
        assertEquals(before, page.texts().textContent());
    }

    @Test
    void followsAChangeOfNameAndLeavesNothingBehind() {
        server.say(room, "bob", "@ann, @bob and @ann lee: **@ann**");
        LivePage page = open();
        String unmarked = (String) page.texts().evaluate("text => text.outerHTML");
        mark(page, "ann");
        mark(page, "ann");
        assertEquals(
                List.of("@ann", "@ann", "@ann"), page.page().locator("mark").allTextContents());
        mark(page, "bob");
        assertEquals(List.of("@bob"), page.page().locator("mark").allTextContents());
        mark(page, "carl");

        assertEquals(unmarked, page.texts().evaluate("text => text.outerHTML"));
        assertThat(page.page().locator(".mentions-me")).hasCount(0);
        assertEquals(2, page.texts().evaluate("text => text.childNodes.length"));
    }

    @Test
    void leavesACustomEventAlone() {
        server.client().broadcast("@ann", "1", room);
        server.client().broadcast("build", "\"@ann\"", room);
        LivePage page = open();

        assertEquals(false, mark(page, "ann"));
    }

    @Test
    void isToldByMoreThanColour() {
        server.say(room, "bob", "hi @ann", "hi");
        Browser.NewContextOptions forced = new Browser.NewContextOptions().setForcedColors(ForcedColors.ACTIVE);
        for (Browser.NewContextOptions options : List.of(new Browser.NewContextOptions(), forced)) {
            LivePage page = new LivePage(browsers.open(server.page(room), options)).live();
            mark(page, "ann");
            Locator rows = page.entries();

            assertThat(page.page().locator("mark")).hasCSS("font-weight", "650");
            assertThat(rows.first()).hasCSS("border-inline-start-width", "3px");
            assertThat(rows.first()).hasCSS("border-inline-start-style", "solid");
            assertEquals(left(rows.last()), left(rows.first()), "the words stay in line with all others");
        }
    }

    private LivePage open() {
        return new LivePage(browsers.open(server.page(room))).live();
    }

    private static double left(Locator row) {
        return row.locator("[data-part=text]").boundingBox().x;
    }

    /** Whether the first row mentions this name. */
    private static Object mark(LivePage page, String name) {
        return page.entries()
                .first()
                .evaluate(
                        "async (row, name) => (await import('../assets/js/mentions.js')).markMentions(row, name)",
                        name);
    }
}
