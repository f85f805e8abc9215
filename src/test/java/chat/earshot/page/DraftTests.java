package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands in the box is still there after a reload, whatever other windows do. */
class DraftTests extends PageTest {

    LivePage ann;

    @BeforeEach
    void enter() {
        ann = new LivePage(browsers.open(server.page(room))).live();
    }

    @Test
    void isKeptForItsRoomUntilItIsSaid() {
        ann.box().fill("half a sentence");
        ann.page().navigate(server.page("elsewhere").toString());
        assertThat(ann.live().box()).hasValue("");
        ann.page().navigate(server.page(room).toString());
        assertThat(ann.live().box()).hasValue("half a sentence");
        ann.page().reload();
        ann.live().box().press("Enter");
        ann.shows("half a sentence");

        ann.page().reload();
        assertThat(ann.live().box()).hasValue("");
        ann.shows("half a sentence");
    }

    @Test
    void aWindowThatOnlyShowsADraftDoesNotBringItBack() {
        ann.box().fill("half a sentence");
        ann.page().reload();
        LivePage other = otherWindow();
        assertThat(other.box()).hasValue("half a sentence");
        ann.live().box().press("Enter");
        ann.shows("half a sentence");

        other.page().reload();
        assertThat(other.live().box()).hasValue("");
    }

    @Test
    void aTextThatTheServerGivesBackWinsOverIt() {
        ann.box().fill("a draft");
        ann.page().reload();
        assertThat(ann.live().box()).hasValue("a draft");
        browsers.expectComplaint("status of 422");
        Response refused = ann.page()
                .waitForNavigation(
                        () -> ann.page()
                                .locator("#composer")
                                .evaluate(
                                        "form => { form.text.value = 'x'.repeat(4_001); HTMLFormElement.prototype.submit.call(form); }"));

        assertEquals(422, refused.status());
        assertThat(ann.reason()).containsText("4,000");
        assertThat(ann.box()).hasValue("x".repeat(4_001));
    }

    @Test
    void whatOneWindowSaysLeavesAnothersDraftAlone() {
        ann.box().fill("a long draft");
        LivePage other = otherWindow();
        other.say("brb");
        ann.shows("brb");
        assertThat(ann.box()).hasValue("a long draft");

        ann.page().reload();
        assertThat(ann.live().box()).hasValue("a long draft");
    }

    @Test
    void whatOneWindowDraftsLeavesAnothersDraftAlone() {
        ann.box().fill("a long draft");
        LivePage other = otherWindow();
        other.box().fill("another");
        ann.page().reload();
        other.page().reload();

        assertThat(ann.live().box()).hasValue("a long draft");
        assertThat(other.live().box()).hasValue("another");
    }

    @Test
    void aNewWindowGoesOnWithTheOneThatWasKeptLast() {
        ann.box().fill("mine");
        kept(ann, "mine");
        LivePage other = otherWindow();
        other.box().fill("theirs");
        kept(ann, "theirs");
        ann.say("mine");
        ann.shows("mine");

        assertThat(otherWindow().box()).hasValue("theirs");
    }

    @Test
    void aWindowTakesAwayOnlyWhatItHasShown() {
        ann.box().fill("mine");
        kept(ann, "mine");
        otherWindow().box().fill("theirs");
        kept(ann, "theirs");
        ann.page().reload();
        assertThat(ann.live().box()).hasValue("mine");
        ann.box().press("Enter");
        ann.shows("mine");

        assertThat(otherWindow().box()).hasValue("theirs");
    }

    @Test
    void whatIsTypedBeforeTheScriptRunsStays() {
        ann.box().fill("an old draft");
        Deque<Route> held = new ArrayDeque<>();
        ann.page().route("**/main.js", held::add);
        ann.page().reload(new Page.ReloadOptions().setWaitUntil(WaitUntilState.COMMIT));
        ann.box().fill("typed at once");
        ann.page().waitForCondition(() -> !held.isEmpty());
        held.remove().resume();

        assertThat(ann.live().box()).hasValue("typed at once");
        ann.page().unroute("**/main.js");
        ann.page().reload();
        assertThat(ann.live().box()).hasValue("typed at once");
    }

    private LivePage otherWindow() {
        LivePage other = new LivePage(ann.page().context().newPage());
        other.page().navigate(server.page(room).toString());
        return other.live();
    }

    private static void kept(LivePage window, String text) {
        window.page().waitForFunction("text => Object.values(localStorage).includes(text)", text);
    }
}
