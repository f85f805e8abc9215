package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WithoutScriptTests extends PageTest {

    LivePage ann;

    @BeforeEach
    void enter() {
        ann = new LivePage(browsers.openWithoutScript(server.page(room)));
    }

    @Test
    void aMessageCanBeSentAndRead() {
        ann.author().fill("ann");
        send("hello");
        ann.shows("hello");
        server.say(room, "bob", "hello ann");
        send("and\nagain");

        ann.shows("hello", "hello ann", "and\nagain");
        assertThat(ann.page().locator("#entries .author").last()).hasText("ann");
        assertThat(ann.page()).hasURL(server.page(room) + "?author=ann");
        assertThat(ann.box()).hasValue("");
    }

    @Test
    void aReloadSendsNothingAgain() {
        send("hello");
        ann.shows("hello");
        ann.page().reload();

        ann.shows("hello");
    }

    @Test
    void aRefusedOneComesBackWithItsText() {
        browsers.expectComplaint("status of 422");
        String text = "\n" + "x".repeat(4_001);
        ann.author().fill("ann");
        send(text);

        assertThat(ann.box()).hasValue(text);
        assertThat(ann.author()).hasValue("ann");
        assertThat(ann.reason()).hasText("A text is at most 4,000 characters long. Split it into several.");
        send("shorter");
        ann.shows("shorter");
    }

    @Test
    void beginsAtTheNewestMessage() {
        server.sayMany(room, 50);
        ann.page().reload();

        assertThat(ann.texts().last()).isInViewport();
        assertThat(ann.texts().first()).not().isInViewport();
    }

    @Test
    void leadsToAnotherRoom() {
        ann.page().locator("#find-room").fill("elsewhere");
        ann.page().locator("#find-room").press("Enter");

        assertThat(ann.page()).hasURL(server.page("elsewhere").toString());
    }

    private void send(String text) {
        ann.box().fill(text);
        ann.page().locator("#send").click();
    }
}
