package chat.earshot.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An EventSource gives up on any status but 200; the page does not. */
class RefusedStreamTests extends PageTest {

    RefusedStream stream;
    LivePage ann;

    @BeforeEach
    void enter() {
        stream = new RefusedStream(browsers);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503})
    void isAskedForAgainLaterEachTime(int status) {
        stream.refuse(status);
        ann = stream.open(server, room);

        for (int seconds : List.of(1, 2, 4, 8, 16, 30, 30)) {
            assertThat(ann.countdown()).hasText("Reconnecting in " + seconds + " s");
            stream.pass(seconds * 1_000);
        }
        stream.letIn();
        stream.pass(30_000);
        ann.live();
    }

    @Test
    void isAskedForOnceWhenItsTimeHasCome() {
        stream.refuse(502);
        ann = stream.open(server, room);
        assertThat(ann.countdown()).hasText("Reconnecting in 1 s");
        stream.letIn();
        stream.pass(1_000);

        ann.live();
        assertThat(stream.asked()).containsExactly("GET", "HEAD", "GET");
        assertThat(ann.countdown()).isHidden();
    }

    @Test
    void isNotAskedForBeforeTheServerWantsIt() {
        stream.refuse(503).setHeaders(Map.of("Retry-After", "100"));
        ann = stream.open(server, room);
        assertThat(ann.countdown()).hasText("Reconnecting in 110 s"); // a tenth more, so that not all come at once
        stream.letIn();
        stream.pass(109_000);
        assertThat(ann.countdown()).hasText("Reconnecting in 1 s");
        stream.comeBack();
        assertThat(ann.countdown()).isVisible();
        stream.pass(1_000);

        ann.live();
        assertThat(stream.asked()).containsExactly("GET", "HEAD", "GET");
    }

    @Test
    void isNotAskedForBeforeTheDayTheServerNames() {
        stream.refuse(429)
                .setHeaders(Map.of(
                        "Date", "Sat, 21 Nov 2026 10:00:00 GMT", "Retry-After", "Sat, 21 Nov 2026 10:00:20 GMT"));
        ann = stream.open(server, room);

        assertThat(ann.countdown()).hasText("Reconnecting in 22 s");
    }

    @Test
    void isNotStayedAwayFromForDays() {
        stream.refuse(503).setHeaders(Map.of("Retry-After", "999999"));
        ann = stream.open(server, room);

        assertThat(ann.countdown()).hasText("Reconnecting in 330 s");
    }

    @Test
    void isAskedForAtOnceByAReaderWhoComesBack() {
        stream.refuse(502);
        ann = stream.open(server, room);
        for (int seconds : List.of(1, 2, 4)) {
            assertThat(ann.countdown()).hasText("Reconnecting in " + seconds + " s");
            stream.pass(seconds * 1_000);
        }
        assertThat(ann.countdown()).hasText("Reconnecting in 8 s");
        stream.letIn();
        stream.comeBack();

        ann.live();
    }

    @Test
    void isAskedForAtOnceWhenTheNetworkIsBack() {
        stream.refuse(503).setHeaders(Map.of("Retry-After", "100"));
        ann = stream.open(server, room);
        assertThat(ann.countdown()).hasText("Reconnecting in 110 s");
        stream.letIn();
        stream.online();

        ann.live();
    }

    @Test
    void readsOutItsStateOnceAndNoSeconds() {
        stream.refuse(503).setHeaders(Map.of("Retry-After", "10"));
        ann = stream.open(server, room);
        assertThat(ann.countdown()).hasText("Reconnecting in 11 s");
        ann.page().evaluate("""
                () => {
                  window.changes = 0;
                  new MutationObserver(records => window.changes += records.length)
                      .observe(document.getElementById('state'), { childList: true, characterData: true, subtree: true });
                }""");
        stream.pass(5_000);
        assertThat(ann.countdown()).hasText("Reconnecting in 6 s");

        assertThat(ann.state()).hasText("Reconnecting…");
        assertThat(ann.countdown()).hasAttribute("aria-hidden", "true");
        assertThat(ann.page().evaluate("changes")).isEqualTo(0);
    }
}
