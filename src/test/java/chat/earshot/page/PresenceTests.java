package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import chat.earshot.testing.EventStream;
import chat.earshot.testing.StreamRequest;
import chat.earshot.testing.browser.CuttableLine;
import org.junit.jupiter.api.Test;

/** How many are here: the open streams in the room. */
class PresenceTests extends PageTest {

    @Test
    void countsWindowsAsTheyComeAndGo() {
        LivePage ann = new LivePage(browsers.open(server.page(room)));
        assertThat(ann.presence()).hasText("1 here");
        LivePage bob = new LivePage(browsers.open(server.page(room)));
        assertThat(ann.presence()).hasText("2 here");
        assertThat(bob.presence()).hasText("2 here");

        bob.page().close();
        assertThat(ann.presence()).hasText("1 here");
    }

    @Test
    void countsWhoListensByCurl() {
        LivePage ann = new LivePage(browsers.open(server.page(room)));
        try (EventStream curl = StreamRequest.to(server.base()).room(room).open()) {
            curl.awaitOpen();
            assertThat(ann.presence()).hasText("2 here");
        }
        assertThat(ann.presence()).hasText("1 here");
    }

    @Test
    void isNotShownWhileTheLineIsDown() {
        browsers.expectComplaint("net::ERR_");
        try (CuttableLine line = CuttableLine.to(server.base())) {
            LivePage ann = new LivePage(browsers.open(Server.page(line.address(), room)));
            assertThat(ann.presence()).hasText("1 here");
            line.cut();
            assertThat(ann.presence()).isHidden();
            line.mend();

            assertThat(ann.presence()).isVisible();
        }
    }

    @Test
    void isNotReadOutAtEachChange() {
        LivePage ann = new LivePage(browsers.open(server.page(room)));
        assertThat(ann.presence()).isVisible();

        assertThat(ann.page().locator(":is([aria-live], [role=status], [role=log], [role=alert]) #presence"))
                .hasCount(0);
    }
}
