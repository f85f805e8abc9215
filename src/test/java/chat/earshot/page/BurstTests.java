package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import chat.earshot.testing.browser.CuttableLine;
import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** A reader who was away while a thousand things were said hears them all at once. */
@TestPropertySource(properties = "earshot.log.retain-events=500")
class BurstTests extends PageTest {

    CuttableLine line;

    @BeforeEach
    void enter() {
        line = CuttableLine.to(server.base());
        browsers.expectComplaint("net::ERR_");
    }

    @AfterEach
    void closeTheLine() {
        line.close();
    }

    @Test
    void whatComesAtOnceIsPutInAtOnce() {
        LivePage ann = open();
        ann.page().evaluate("""
                () => {
                  window.changes = 0;
                  new MutationObserver(() => window.changes++).observe(document.getElementById('entries'), { childList: true });
                }""");
        miss(ann, 400);

        assertThat(ann.texts().last()).hasText("text 400");
        assertThat(ann.texts().last()).isInViewport();
        assertThat(ann.entries()).hasCount(300);
        Assertions.assertThat((int) ann.page().evaluate("window.changes")).isLessThan(100);
    }

    @Test
    void whatWasMissedForGoodIsSaidThoughTheReaderWasFarAbove() {
        server.sayMany(room, 450);
        LivePage ann = open();
        ann.readBack(450);
        assertThat(ann.texts().last()).hasText("text 300");
        miss(ann, 900);
        assertThat(ann.jump()).containsText("new messages");
        ann.scrollUp(0);

        assertThat(ann.gap()).containsText(Pattern.compile("^\\s*\\d+ messages were missed here"));
        Locator around = ann.page().locator(".entry:has(+ .unread-line + .gap), .gap, .gap + .entry");
        assertThat(around.first()).containsText("text 300");
        assertThat(around).hasCount(3);
    }

    private void miss(LivePage window, int count) {
        line.cut();
        assertThat(window.state()).hasText("Reconnecting…");
        server.sayMany(room, count);
        line.mend();
    }

    private LivePage open() {
        return new LivePage(browsers.open(Server.page(line.address(), room))).live();
    }
}
