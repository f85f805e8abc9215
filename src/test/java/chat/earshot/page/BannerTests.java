package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said of a line that is down for longer. */
class BannerTests extends PageTest {

    RefusedStream stream;
    LivePage ann;

    @BeforeEach
    void enter() {
        stream = new RefusedStream(browsers);
    }

    @Test
    void theBannerComesAfterFiveSecondsAndGoesWithThem() {
        stream.refuse(502);
        ann = stream.open(server, room);
        assertThat(ann.countdown()).hasText("Reconnecting in 1 s");
        stream.pass(1_000);
        assertThat(ann.countdown()).hasText("Reconnecting in 2 s");
        stream.pass(2_000);
        assertThat(ann.countdown()).hasText("Reconnecting in 4 s");
        stream.pass(100); // and nearly two seconds may have gone by before time stood still
        assertThat(ann.banner()).isHidden();
        stream.pass(1_900);
        assertThat(ann.banner()).containsText("No connection since");

        stream.letIn();
        stream.pass(2_000);
        ann.live();
        assertThat(ann.banner()).isHidden();
    }

    @Test
    void theBannerMovesNothingThatIsBeingRead() {
        server.sayMany(room, 30);
        ann = stream.open(server, room);
        ann.live().scrollUp(500);
        double top = ann.top("text 15");
        stream.refuse(502);
        stream.online();
        assertThat(ann.countdown()).hasText("Reconnecting in 1 s");
        stream.pass(5_000);
        assertThat(ann.banner()).isVisible();

        assertThat(ann.top("text 15")).isEqualTo(top);
    }

    @Test
    void theBannersButtonAsksAtOnceAndItsFocusIsNotLost() {
        stream.refuse(503).setHeaders(Map.of("Retry-After", "100"));
        ann = stream.open(server, room);
        assertThat(ann.countdown()).hasText("Reconnecting in 110 s");
        stream.pass(5_000);
        stream.letIn();
        ann.banner().locator("button").press("Enter");

        ann.live();
        assertThat(ann.banner()).isHidden();
        assertThat(ann.scroller()).isFocused();
    }
}
