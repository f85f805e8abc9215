package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.testing.browser.Browsers;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page in German and in Arabic, script included. */
@WithServer
class TranslationTests {

    /** What can be read or heard on the page, but for what people said. */
    private static final String WORDS = """
            () => [...document.querySelectorAll('body *')]
                .filter(element => element.checkVisibility() && !element.closest('#entries :is(.text, .author)'))
                .flatMap(element => [
                  ...[...element.childNodes].filter(node => node.nodeType === 3).map(node => node.data.trim()),
                  element.title, element.placeholder, element.ariaLabel])
                .filter(Boolean)
            """;

    private static final String STICKS_OUT = """
            () => [...document.querySelectorAll('body *')].filter(element => element.checkVisibility()
                && (element.getBoundingClientRect().right > innerWidth || element.getBoundingClientRect().left < 0))
                .map(element => element.outerHTML.slice(0, 80))
            """;

    @RegisterExtension
    static final Browsers browsers = new Browsers();

    @LocalServerPort
    int port;

    Server server;
    String room;

    @BeforeEach
    void enter() {
        server = Server.at(port);
        room = Server.freshRoom();
    }

    @ParameterizedTest
    @CsvSource({"de-DE,1280,LIGHT", "de-DE,390,LIGHT", "ar-EG,1280,LIGHT", "ar-EG,390,LIGHT", "ar-EG,1280,DARK"})
    void hasNoEnglishWordLeft(String locale, int width, ColorScheme theme) {
        server.sayMany(room, 60);
        Conversation.in(server, room);
        Page page = window(locale, width, theme);
        Conversation.beginWithAGap(page);
        page.navigate(server.page(room).toString());
        assertThat(page.locator("#state[data-state=live]")).isVisible();
        assertThat(page.locator(".gap")).isVisible();
        page.locator("#scroller").evaluate("scroller => scroller.scrollTop = -400");
        server.say(room, "bob", "one", "two", "three");
        assertThat(page.locator("#jump[data-new]")).isVisible();

        Locale language = Locale.forLanguageTag(locale.substring(0, 2));
        assertThat(page.locator("html")).hasAttribute("lang", language.toString());
        assertThat(words(page)).doesNotContainAnyElementsOf(englishUnlike(language));
        assertThat(page.evaluate(STICKS_OUT)).isEqualTo(List.of());
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(
                        "target/screenshots",
                        language.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT) + "-"
                                + theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png")));
    }

    @Test
    void countsAsTheLanguageDoes() {
        server.sayMany(room, 60);
        Page page = window("ar-EG", 1280, ColorScheme.LIGHT);
        page.navigate(server.page(room).toString());
        assertThat(page.locator("#state")).hasText("متصل");
        page.locator("#scroller").evaluate("scroller => scroller.scrollTop = -800");
        Locator jump = page.locator("#jump");
        server.say(room, "bob", "one", "two");
        assertThat(jump).hasText("رسالتان جديدتان");
        server.say(room, "bob", "three");
        assertThat(jump).hasText("٣ رسائل جديدة");
    }

    @Test
    void isMirroredWhereItIsReadFromTheRight() {
        Conversation.in(server, room);
        Page page = window("ar-EG", 1280, ColorScheme.LIGHT);
        page.navigate(server.page(room).toString());
        assertThat(page.locator("#state[data-state=live]")).isVisible();

        assertThat(page.locator("html")).hasAttribute("dir", "rtl");
        assertThat(left(page, "#send")).isLessThan(left(page, "#author"));
        assertThat(left(page, "#theme")).isLessThan(left(page, "#room")).isLessThan(100);
        assertThat(left(page, "#entries .text >> nth=0")).isLessThan(left(page, "#entries .avatar >> nth=0"));
        page.locator(".skip").focus();
        assertThat(left(page, ".skip")).isGreaterThan(640);
        assertThat(page.locator("#entries .text").first()).hasCSS("direction", "ltr");
        assertThat(page.locator("#entries .text").nth(3)).hasCSS("direction", "rtl");
    }

    @ParameterizedTest
    @CsvSource({"de-AT,de-AT", "ar-EG,ar-EG", "en-GB,en-GB", "fr-FR,en"})
    void writesNumbersAsTheReaderIsUsedToInTheLanguageOfThePage(String browsers, String pages) {
        Page page = window(browsers, 1280, ColorScheme.LIGHT);
        page.navigate(server.page(room).toString());

        assertThat(page.evaluate("async () => (await import('../assets/js/locale.js')).locale"))
                .isEqualTo(pages);
    }

    @Test
    void leavesTheCommandLineAsItIsTyped() {
        Page page = window("ar-EG", 1280, ColorScheme.LIGHT);
        page.navigate(server.page(room).toString());

        assertThat(page.locator(".curl")).hasCSS("direction", "ltr");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("إرسال")))
                .isVisible();
    }

    private static List<String> englishUnlike(Locale language) {
        ResourceBundle english = PageWords.bundle(Locale.ENGLISH);
        ResourceBundle other = PageWords.bundle(language);
        return english.keySet().stream()
                .filter(key -> !english.getString(key).equals(other.getString(key)))
                .map(english::getString)
                .toList();
    }

    @SuppressWarnings("unchecked") // as WORDS gives it
    private static List<String> words(Page page) {
        return (List<String>) page.evaluate(WORDS);
    }

    private static double left(Page page, String selector) {
        return page.locator(selector).boundingBox().x;
    }

    private static Page window(String locale, int width, ColorScheme theme) {
        return browsers.window(new Browser.NewContextOptions()
                .setLocale(locale)
                .setColorScheme(theme)
                .setViewportSize(width, 800));
    }
}
