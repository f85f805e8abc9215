package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page in German and in Arabic, script included. */
class TranslationTests extends PageTest {

    /** What can be read or heard on the page, but for what people said. */
    private static final String WORDS = """
            () => [...document.querySelectorAll('body *')]
                .filter(element => element.checkVisibility() && !element.closest('.entry :is(.text, .author)'))
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

    @ParameterizedTest
    @CsvSource({"de-DE,1280,LIGHT", "de-DE,390,LIGHT", "ar-EG,1280,LIGHT", "ar-EG,390,LIGHT", "ar-EG,1280,DARK"})
    void hasNoEnglishWordLeft(String locale, int width, ColorScheme theme) {
        Locale language = Locale.forLanguageTag(locale.substring(0, 2));
        String name = language.getDisplayLanguage(Locale.ENGLISH) + "-" + theme + "-" + width;
        FullWindow window = FullWindow.open(browsers, server, room, options(locale, width, theme));
        Page page = window.page().page();
        assertThat(page.locator("html")).hasAttribute("lang", language.toString());
        assertTranslated(page, language);
        if (width < 600) {
            window.openDrawer();
            assertTranslated(page, language);
            window.picture(name.toLowerCase(Locale.ROOT) + "-rooms");
            page.keyboard().press("Escape");
        }
        window.page().scrollUp(400);
        server.say(room, "bob", "one", "two", "three");
        assertThat(page.locator("#jump[data-new]")).isVisible();
        window.picture(name.toLowerCase(Locale.ROOT));

        window.writeTooMuch();
        window.page().box().press("Enter");
        assertThat(page.locator("#reason")).isVisible();
        window.lose();
        assertTranslated(page, language);
        window.picture(name.toLowerCase(Locale.ROOT) + "-down");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de-DE | heute | du | 2 hier | Du heißt hier
            ar-EG | اليوم | أنت | ٢ هنا | اسمك هنا
            """)
    void saysInItsOwnWordsWhoAndWhen(String locale, String today, String own, String here, String greeting) {
        Page page = window(locale, 390, ColorScheme.LIGHT);
        page.navigate(server.page(room).toString());
        assertThat(page.locator("#greeting")).containsText(greeting);
        browsers.open(server.page(room));
        assertThat(page.locator("#presence [data-part=here]")).hasText(here);
        page.locator("#text").fill("hello");
        page.locator("#text").press("Enter");

        assertThat(page.locator("#entries .day")).hasText(today);
        assertThat(page.locator("#entries .own-mark")).hasText(own);
        assertThat(page.locator("#greeting")).isHidden();
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
        assertThat(left(page, "[aria-current] .room-name")).isGreaterThan(1100);
        assertThat(page.locator("#text")).hasCSS("direction", "rtl");
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

    private static void assertTranslated(Page page, Locale language) {
        List<Predicate<String>> english = englishUnlike(language);
        assertThat(words(page)).isNotEmpty().noneMatch(word -> english.stream().anyMatch(one -> one.test(word)));
        assertThat(page.evaluate(STICKS_OUT)).isEqualTo(List.of());
    }

    /** Each with whatever was filled in; but not made-up names, which may look like anything. */
    private static List<Predicate<String>> englishUnlike(Locale language) {
        ResourceBundle english = PageWords.bundle(Locale.ENGLISH);
        ResourceBundle other = PageWords.bundle(language);
        return english.keySet().stream()
                .filter(key ->
                        !key.startsWith("name.") && !english.getString(key).equals(other.getString(key)))
                .map(key -> english.getString(key).replaceAll("\\{[a-z]+}", "\\\\E.+\\\\Q"))
                .map(pattern ->
                        Pattern.compile("\\Q" + pattern + "\\E", Pattern.DOTALL).asMatchPredicate())
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
        return browsers.window(options(locale, width, theme));
    }

    private static Browser.NewContextOptions options(String locale, int width, ColorScheme theme) {
        return new Browser.NewContextOptions()
                .setLocale(locale)
                .setColorScheme(theme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(width, 800);
    }
}
