package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** The way to a room by its name. */
class RoomFormTests extends PageTest {

    @Test
    void opensARoomUnderTheNameThatWasMeant() {
        LivePage ann = open().live();
        Locator name = ann.page().locator("#find-room");
        name.fill("  #Deploy Talk " + room);
        name.press("Enter");

        assertThat(ann.page()).hasURL(server.page("deploy-talk-" + room).toString());
        assertThat(ann.live().roomLink("deploy-talk-" + room)).hasAttribute("aria-current", "page");
    }

    @Test
    void staysHereWhereNoRoomCanHaveThatName() {
        LivePage ann = open().live();
        Locator name = ann.page().locator("#find-room");
        name.fill("überall");
        name.press("Enter");

        assertThat(name).hasAttribute("aria-invalid", "true");
        assertThat(name).isFocused();
        assertThat(ann.page()).hasURL(server.page(room).toString());
        assertThat((String) name.evaluate("box => box.validationMessage")).isNotEmpty();
    }

    private LivePage open() {
        return new LivePage(browsers.open(server.page(room)));
    }
}
