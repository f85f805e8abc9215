package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose name it is said under. */
class NameTests extends PageTest {

    LivePage ann;

    @BeforeEach
    void enter() {
        ann = new LivePage(browsers.open(server.page(room))).live();
    }

    @Test
    void aFriendlyOneStandsThereToBeginWithAndStays() {
        assertThat(ann.author()).hasValue(Pattern.compile("^[A-Z][a-z]+ [A-Z][a-z]+$"));
        String name = ann.author().inputValue();
        assertThat(greeting()).hasText("You are " + name + ". Change it if you like.");
        assertThat(ann.author()).hasAccessibleDescription("You are " + name + ". Change it if you like.");
        ann.page().navigate(server.page("elsewhere").toString());
        assertThat(ann.live().author()).hasValue(name);
        assertThat(greeting()).isVisible();
        ann.page().navigate(server.page(room).toString());
        ann.live().say("hello");
        ann.shows("hello");

        assertThat(ann.page().locator("#entries .author")).hasText(name);
        assertThat(greeting()).isHidden();
        ann.page().reload();
        assertThat(ann.live().author()).hasValue(name);
        assertThat(greeting()).isHidden();
    }

    @Test
    void aChosenOneIsKeptForTheNextVisit() {
        ann.author().fill("Ann Lee");
        ann.author().press("Tab");
        assertThat(greeting()).isHidden();
        ann.page().navigate(server.page("elsewhere").toString());

        assertThat(ann.live().author()).hasValue("Ann Lee");
        assertThat(greeting()).isHidden();
    }

    @Test
    void whoWantsNoneStaysAnonymous() {
        ann.author().fill("");
        ann.say("hello");
        ann.shows("hello");
        assertThat(ann.page().locator("#entries .author")).hasText("anonymous");

        ann.page().reload();
        assertThat(ann.live().author()).hasValue("");
    }

    @Test
    void anotherWindowFollows() {
        LivePage other = new LivePage(ann.page().context().newPage());
        other.page().navigate(server.page(room).toString());
        assertThat(other.live().author()).hasValue(ann.author().inputValue());
        ann.author().fill("Ann Lee");
        ann.author().press("Tab");
        assertThat(other.author()).hasValue("Ann Lee");
        assertThat(other.page().locator("#greeting")).isHidden();
        other.say("hello");

        assertThat(ann.page().locator("#entries .author")).hasText("Ann Lee");
    }

    @Test
    void aNameInTheAddressIsForWhoHasChosenNone() {
        ann.page().navigate(server.page(room) + "?author=Bob");
        assertThat(ann.live().author()).hasValue("Bob");
        ann.author().fill("Ann");
        ann.author().press("Tab");
        ann.page().navigate(server.page(room) + "?author=Admin");

        assertThat(ann.live().author()).hasValue("Ann");
        ann.say("hello");
        assertThat(ann.page().locator("#entries .author")).hasText("Ann");
    }

    private Locator greeting() {
        return ann.page().locator("#greeting");
    }
}
