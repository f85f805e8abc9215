package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the keys do, and whose name it is said under. */
class TypingTests extends PageTest {

    LivePage ann;

    @BeforeEach
    void enter() {
        ann = new LivePage(browsers.open(server.page(room))).live();
    }

    @Test
    void enterSendsAndShiftEnterBreaksTheLine() {
        ann.box().pressSequentially("one");
        ann.box().press("Shift+Enter");
        ann.box().pressSequentially("two");
        assertThat(ann.box()).hasValue("one\ntwo");
        ann.box().press("Enter");

        ann.shows("one\ntwo");
        assertThat(ann.box()).hasValue("");
        assertThat(ann.box()).isFocused();
    }

    @Test
    void sendsNothingWhileAnInputMethodComposes() {
        ann.box().fill("にほ");
        for (String composing : List.of("isComposing: true, keyCode: 13", "keyCode: 229")) {
            ann.box()
                    .evaluate("(box) => box.dispatchEvent(new KeyboardEvent('keydown', "
                            + "{ key: 'Enter', bubbles: true, cancelable: true, " + composing + " }))");
        }
        assertThat(ann.box()).hasValue("にほ");
        ann.say("日本");

        ann.shows("日本");
    }

    @Test
    void sendsNothingWhenThereIsNothingToSend() {
        ann.say("  ");
        ann.say("a marker");

        ann.shows("a marker");
    }

    @Test
    void givesTheNameAndKeepsItForTheNextVisit() {
        ann.author().fill("Ann Lee");
        ann.say("hello");
        assertThat(ann.page().locator("#entries .author")).hasText("Ann Lee");

        ann.page().navigate(server.page("elsewhere").toString());

        assertThat(ann.author()).hasValue("Ann Lee");
    }
}
