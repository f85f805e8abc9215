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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
        Page page = open(ALLOWED, "json");

        assertThat(page.locator("#heard")).hasText("from another site");
        assertThat(page.locator("#location")).containsText("/messages/");
    }

    @Test
    void aStrangersPageNeitherHearsNorSpeaks() {
        browsers.expectComplaint("CORS policy");
        browsers.expectComplaint("net::ERR_FAILED");
        browsers.expectComplaint("403");
        server.client().post("not for strangers", "ann", room);

        Page page = open(STRANGER, "simple");

        assertThat(page.locator("#failed")).hasText("refused");
        assertThat(page.locator("#heard")).hasText("refused");
        assertThat(said()).contains("not for strangers").doesNotContain("from another site");
    }

    @Test
    void aStrangersPageDoesNotSpeakBlindly() {
        expectRefusal();

        assertThat(open(STRANGER, "blind").locator("#done")).hasText("refused");
        assertNothingSaid();
    }

    /** An allowed site that sends on whoever comes does not lend them its name: the browser says null then. */
    @Test
    void aStrangersPageDoesNotSpeakThroughAnAllowedSite() {
        expectRefusal();

        Page page = open(STRANGER, "redirect&through=" + ALLOWED.origin());

        assertThat(page.locator("#done")).hasText("refused");
        assertNothingSaid();
    }

    @Test
    void aPageWithoutAnOriginDoesNotSpeak() {
        expectRefusal();

        assertThat(open(ALLOWED, "sandbox").locator("#done")).hasText("refused to null");
        assertNothingSaid();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
    void aStrangersFormDoesNotSpeak(String type) {
        browsers.expectComplaint("403");

        Page page = open(STRANGER, "form&type=" + type);

        assertThat(page.locator("body")).containsText("origin-not-allowed");
        assertNothingSaid();
    }

    @Test
    void aStrangersPageFramesNothing() {
        browsers.expectComplaint("frame-ancestors");
        browsers.expectComplaint("X-Frame-Options");

        Page page = open(STRANGER, "frame");

        assertThat(page.locator("#done")).hasText("loaded"); // with the browser's own words that it may not
        assertThat(page.frames())
                .noneMatch(frame -> frame.url().startsWith(server.base().toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"image", "script"})
    void aStrangersPageLoadsNothingIntoItself(String trick) {
        browsers.expectComplaint("ERR_BLOCKED_BY");
        server.client().post("not for strangers", "ann", room);

        assertThat(open(STRANGER, trick).locator("#done")).hasText("refused");
    }

    private static void expectRefusal() {
        browsers.expectComplaint("403");
        browsers.expectComplaint("ERR_BLOCKED_BY");
    }

    private Page open(OtherSite site, String trick) {
        return browsers.open(site.page(server.base(), room, trick));
    }

    private void assertNothingSaid() {
        assertThat(said()).contains("\"events\":[]");
    }

    private String said() {
        return server.client().get("/messages?room=" + room).body();
    }
}
