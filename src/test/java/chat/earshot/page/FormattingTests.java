package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a text and a payload look like; the rules themselves are in the tables of {@link Examples}. */
class FormattingTests extends PageTest {

    private static final String LONG = "[" + "\"a line of its own\",".repeat(30) + "0]";

    @Test
    void everyTextOfTheTableIsTheSameByStreamAndByServer() {
        LivePage ann = open();
        String[] texts = Examples.texts()
                .map(Examples.Text::text)
                .filter(text -> !text.isBlank())
                .toArray(String[]::new);
        server.say(room, "bob", texts);
        assertThat(ann.entries()).hasCount(texts.length);
        List<?> heard = markup(ann.texts());
        for (int end = heard.size(); end > 0; end -= 50) {
            String after = end == heard.size() ? "" : "?before=" + id(ann, 0);
            ann.page().navigate(server.page(room) + after);
            assertEquals(heard.subList(Math.max(0, end - 50), end), markup(ann.texts()));
        }
    }

    @Test
    void aPayloadIsTheSameByStreamByHistoryAndByServer() {
        server.client().broadcast("known", "0", room);
        LivePage ann = open();
        List<String> payloads = List.of("{\"symbol\":\"A & <B>\",\"price\":1.0}", LONG, "\"x\"");
        payloads.forEach(payload -> server.client().broadcast("known", payload, room));
        assertThat(ann.payloads()).hasCount(4);
        List<?> byStream = markup(ann.payloads());
        payloads.forEach(payload -> server.client().broadcast("unknown" + room, payload, room));
        assertThat(ann.payloads()).hasCount(7);
        List<?> heard = markup(ann.payloads());

        assertEquals(byStream.subList(1, 4), heard.subList(4, 7));
        ann.page().reload();
        assertEquals(heard, markup(ann.payloads()));
    }

    @Test
    void aLinkOpensElsewhereAndTellsNobodyWhereItCameFrom() {
        server.say(room, "bob", "see https://example.org/a_(b)?c=d&e, ok");
        Locator link = open().texts().getByRole(AriaRole.LINK);

        assertThat(link).hasText("https://example.org/a_(b)?c=d&e");
        assertThat(link).hasAttribute("href", "https://example.org/a_(b)?c=d&e");
        assertThat(link).hasAttribute("rel", "noopener noreferrer nofollow ugc");
        assertThat(link).hasAttribute("target", "_blank");
    }

    @Test
    void aLongPayloadScrollsByKeyboardAndAShortOneIsNoStopOnTheWay() {
        server.client().broadcast("build", LONG, room);
        server.client().broadcast("build", "1", room);
        LivePage ann = open();
        Locator box = ann.payloads().first();
        box.focus();
        ann.page().keyboard().press("End");

        assertThat(ann.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Payload")))
                .hasCount(1);
        ann.page().waitForCondition(() -> (boolean) box.evaluate("box => box.scrollTop > 0"));
        assertThat(ann.payloads().last()).not().hasAttribute("tabindex", "0");
    }

    @Test
    void codeKeepsItsDirectionAmongWordsThatRunTheOtherWay() {
        server.say(room, "مريم", "مرحبا `a - b`\n```\nlet a = 1;\n```");
        LivePage ann = open();

        assertThat(ann.texts()).hasCSS("direction", "rtl");
        assertThat(ann.texts().locator("pre")).hasCSS("direction", "ltr");
        assertThat(ann.page().locator(".text > code")).hasCSS("direction", "ltr");
    }

    private LivePage open() {
        return new LivePage(browsers.open(server.page(room))).live();
    }

    private static String id(LivePage window, int row) {
        return window.entries().nth(row).getAttribute("data-id");
    }

    private static List<?> markup(Locator parts) {
        return (List<?>) parts.evaluateAll("parts => parts.map(part => part.outerHTML)");
    }
}
