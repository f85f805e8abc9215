package chat.earshot.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.EarshotTest;
import chat.earshot.RunningServer;
import chat.earshot.testing.browser.Browsers;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Front ends of other sites in a real browser: one that is allowed, and one that is not. */
@EarshotTest
class OtherSiteTests {

    @RegisterExtension
    static final Browsers browsers = new Browsers();

    private static final OtherSite ALLOWED = new OtherSite();
    private static final OtherSite STRANGER = new OtherSite();

    private final RunningServer server;
    private final String room;

    OtherSiteTests(RunningServer server) {
        this.server = server;
        this.room = server.newRoom();
    }

    @DynamicPropertySource
    static void allowOne(DynamicPropertyRegistry registry) {
        registry.add("earshot.cors.allowed-origins", ALLOWED::origin);
    }

    @AfterAll
    static void closeTheSites() {
        ALLOWED.close();
        STRANGER.close();
    }

    @Test
    void anAllowedSiteListensAndSpeaks() {
        Page page = browsers.open(ALLOWED.page(server.base(), room));

        assertThat(page.locator("#heard")).hasText("from another site");
        assertThat(page.locator("#location")).containsText("/messages/");
    }

    @Test
    void aStrangersPageNeitherHearsNorSpeaks() {
        browsers.expectComplaint("CORS policy");
        browsers.expectComplaint("net::ERR_FAILED");
        browsers.expectComplaint("403");
        server.client().post("not for strangers", "ann", room);

        Page page = browsers.open(STRANGER.pageThatDoesNotAsk(server.base(), room));

        assertThat(page.locator("#failed")).hasText("refused");
        assertThat(page.locator("#heard")).hasText("refused");
        assertThat(server.client().get("/messages?room=" + room).body())
                .contains("not for strangers")
                .doesNotContain("from another site");
    }
}
