package chat.earshot.testing;

import static chat.earshot.testing.Violation.Kind.DOUBLE;
import static chat.earshot.testing.Violation.Kind.LOST;
import static chat.earshot.testing.Violation.Kind.REWRITTEN;

import java.util.List;
import org.junit.jupiter.api.Test;

/** One message has one id, and one id has one content. */
class CheckerIdentityTests extends CheckerFixture {

    @Test
    void findsAMessageThatWasAcknowledgedTwice() {
        said(1);
        sent(1);
        history.acknowledged("1", "aaaaaaaa-2", now++);
        log(1);

        assertFound(DOUBLE);
    }

    @Test
    void findsAMessageThatIsTwiceInTheLog() {
        said(1);
        history.inLog(List.of(entry(1), new Entry("aaaaaaaa-2", "content 1")));

        assertFound(DOUBLE);
    }

    @Test
    void findsAMessageThatTwoReadersHeardInTwoPlaces() {
        said(1, 2);
        history.heard("ann", "aaaaaaaa-3", "content 1");
        heard("bob", 1, 2);
        log(1, 2);

        assertFound(DOUBLE);
    }

    @Test
    void findsAnUnknownMessageThatIsThereTwice() {
        sent(1);
        history.unknown("1");
        history.inLog(List.of(entry(1), new Entry("aaaaaaaa-2", "content 1")));

        assertFound(DOUBLE);
    }

    @Test
    void acceptsAnUnknownMessageThereOrNot() {
        sent(1);
        history.unknown("1");
        sent(2);
        log(1);

        assertFound();
    }

    @Test
    void findsAnIdWithTwoContents() {
        said(1, 2);
        heard("ann", 1);
        history.heard("ann", "aaaaaaaa-2", "content 2, changed");
        log(1, 2);

        assertFound(REWRITTEN);
    }

    @Test
    void findsTwoMessagesAcknowledgedAtOneId() {
        said(1);
        sent(2);
        history.acknowledged("2", "aaaaaaaa-1", now++);
        log(1);

        assertFound(REWRITTEN, LOST);
    }

    @Test
    void tellsAWithdrawnEventFromARewrittenOne() {
        said(1, 2);
        heard("ann", 1, 2);
        history.withdrawn("aaaaaaaa-1");
        history.heard("bob", "aaaaaaaa-1", "withdrawn");
        history.inLog(List.of(new Entry("aaaaaaaa-1", "withdrawn"), entry(2)));

        assertFound();
    }

    @Test
    void findsAWithdrawnEventWhoseIdIsGone() {
        said(1, 2);
        history.withdrawn("aaaaaaaa-1");
        log(2);

        assertFound(LOST);
    }

    @Test
    void takesTheIdOfAGapForACursor() {
        said(1, 2, 3);
        heard("ann", 1);
        history.gap("ann", "aaaaaaaa-2");
        heard("ann", 3);
        history.gap("bob", "aaaaaaaa-0");
        heard("bob", 1);
        log(1, 2, 3);

        assertFound();
    }
}
