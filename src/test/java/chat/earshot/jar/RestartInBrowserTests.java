package chat.earshot.jar;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import chat.earshot.testing.ChatClient;
import chat.earshot.testing.browser.Browsers;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The server goes away and comes back while somebody has the page open. */
@Tag("jar")
class RestartInBrowserTests {

    @RegisterExtension
    static final Browsers browsers = new Browsers();

    @AutoClose
    private final JarServers jar = new JarServers();

    @Test
    void thePageGoesOnAfterARestartWithNothingLostOrRepeated() {
        JarServer first = jar.start(jar.path("data"));
        Page page = open(first);
        say(first, "before");
        assertThat(texts(page)).hasText(new String[] {"before"});

        first.terminate();
        assertThat(page.locator("#state")).not().hasText("Live");
        JarServer second = jar.startAgain(first);
        say(second, "after");

        assertThat(texts(page)).hasText(new String[] {"before", "after"});
        assertThat(page.locator("#entries .gap")).hasCount(0);
    }

    @Test
    void whatIsBeingTypedOutlivesAKill() {
        JarServer first = jar.start(jar.path("data"));
        Page page = open(first);
        page.locator("#text").fill("half a sentence");

        first.process().kill9();
        assertThat(page.locator("#state")).not().hasText("Live");
        jar.startAgain(first);
        assertThat(page.locator("#state")).hasText("Live");
        assertThat(page.locator("#text")).hasValue("half a sentence");
        page.locator("#text").press("Enter");

        assertThat(texts(page)).hasText(new String[] {"half a sentence"});
        page.reload();
        assertThat(texts(page)).hasText(new String[] {"half a sentence"});
    }

    @Test
    void whatIsSaidWhileTheServerIsAwayIsSentWhenItIsBack() {
        JarServer first = jar.start(jar.path("data"));
        Page page = open(first);
        page.locator("#text").pressSequentially("half a ");
        first.process().kill9();
        assertThat(page.locator("#state")).not().hasText("Live");
        page.locator("#text").pressSequentially("sentence");
        page.locator("#text").press("Enter");
        assertThat(page.locator("#pending .text")).hasText("half a sentence");
        page.locator("#text").fill("and the next");

        jar.startAgain(first);

        assertThat(texts(page)).hasText(new String[] {"half a sentence"});
        assertThat(page.locator("#pending > li")).hasCount(0);
        assertThat(page.locator("#text")).hasValue("and the next");
    }

    private static Page open(JarServer server) {
        Page page = browsers.open(server.address());
        assertThat(page.locator("#state")).hasText("Live");
        browsers.expectComplaint("net::ERR_"); // from now on: the server goes away
        return page;
    }

    private static Locator texts(Page page) {
        return page.locator("#entries .text");
    }

    private static void say(JarServer server, String text) {
        try (ChatClient client = new ChatClient(server.address())) {
            client.post(text);
        }
    }
}
