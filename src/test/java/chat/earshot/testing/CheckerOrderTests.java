package chat.earshot.testing;

import static chat.earshot.testing.Violation.Kind.DOUBLE;
import static chat.earshot.testing.Violation.Kind.HOLE;
import static chat.earshot.testing.Violation.Kind.OUT_OF_ORDER;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Order within a room, and none between rooms and epochs. */
class CheckerOrderTests extends CheckerFixture {

    @Test
    void findsAMessageThatOvertookAnother() {
        history.sent("2", "lobby", "content 2", 10);
        history.acknowledged("2", "aaaaaaaa-2", 20);
        history.sent("1", "lobby", "content 1", 21);
        history.acknowledged("1", "aaaaaaaa-1", 30);
        history.sent("3", "lobby", "content 3", 31);
        history.acknowledged("3", "aaaaaaaa-3", 40);
        log(1, 2, 3);

        assertFound(OUT_OF_ORDER);
    }

    @Test
    void holdsAMessageToItsFirstAnswer() {
        history.sent("2", "lobby", "content 2", 10);
        history.acknowledged("2", "aaaaaaaa-2", 20);
        history.sent("1", "lobby", "content 1", 21);
        history.acknowledged("1", "aaaaaaaa-1", 30);
        history.sent("2", "lobby", "content 2", 31);
        history.acknowledged("2", "aaaaaaaa-2", 40);
        log(1, 2);

        assertFound(OUT_OF_ORDER);
    }

    @Test
    void findsAnUnknownMessageThatStandsBeforeAnOlderOne() {
        history.sent("3", "lobby", "content 3", 10);
        history.sent("1", "lobby", "content 1", 11);
        history.acknowledged("1", "aaaaaaaa-1", 12);
        history.acknowledged("3", "aaaaaaaa-3", 20);
        history.sent("2", "lobby", "content 2", 21);
        log(1, 2, 3);

        assertFound(OUT_OF_ORDER);
    }

    @Test
    void acceptsAnyOrderOfWhatWasSaidAtOnce() {
        history.sent("2", "lobby", "content 2", 10);
        history.sent("1", "lobby", "content 1", 19);
        history.acknowledged("2", "aaaaaaaa-2", 20);
        history.acknowledged("1", "aaaaaaaa-1", 30);
        log(1, 2);

        assertFound();
    }

    @Test
    void countsFromTheFirstAttempt() {
        history.sent("1", "lobby", "content 1", 10);
        history.sent("2", "lobby", "content 2", 11);
        history.acknowledged("2", "aaaaaaaa-2", 20);
        history.sent("1", "lobby", "content 1", 30);
        history.acknowledged("1", "aaaaaaaa-1", 40);
        history.sent("3", "lobby", "content 3", 35);
        history.acknowledged("3", "aaaaaaaa-3", 50);
        log(1, 2, 3);

        assertFound();
    }

    @Test
    void keepsRoomsApart() {
        said(1, 2);
        history.sent("den 1", "den", "in the den", now++);
        history.acknowledged("den 1", "bbbbbbbb-1", now++);
        heard("ann", 1, 2);
        history.heard("bob", "bbbbbbbb-1", "in the den");
        log(1, 2);
        history.inLog(List.of(new Entry("bbbbbbbb-1", "in the den")));

        assertFound();
    }

    @Test
    void countsFromOneInANewEpoch() {
        said(1, 2);
        heard("ann", 1, 2);
        history.epochEnded("aaaaaaaa");
        history.gap("ann", "bbbbbbbb-0");
        history.sent("3", "lobby", "content 3", now++);
        history.acknowledged("3", "bbbbbbbb-1", now++);
        history.heard("ann", "bbbbbbbb-1", "content 3");
        history.inLog(List.of(new Entry("bbbbbbbb-1", "content 3")));

        assertFound();
    }

    @Test
    void findsANewEpochWithoutAGap() {
        said(1);
        heard("ann", 1);
        history.epochEnded("aaaaaaaa");
        history.sent("2", "lobby", "content 2", now++);
        history.acknowledged("2", "bbbbbbbb-1", now++);
        history.heard("ann", "bbbbbbbb-1", "content 2");
        history.inLog(List.of(new Entry("bbbbbbbb-1", "content 2")));

        assertFound(HOLE);
    }

    @Test
    void findsANewEpochWithoutAGapThoughTheSequenceGoesOn() {
        said(1);
        heard("ann", 1);
        history.epochEnded("aaaaaaaa");
        history.sent("2", "lobby", "content 2", now++);
        history.acknowledged("2", "bbbbbbbb-2", now++);
        history.heard("ann", "bbbbbbbb-2", "content 2");
        history.inLog(List.of(new Entry("bbbbbbbb-2", "content 2")));

        assertFound(HOLE);
    }

    @Test
    void findsAReaderThatWasMovedToANewEpochInSilence() {
        said(1);
        heard("ann", 1);
        history.resumed("ann", "bbbbbbbb-0");
        log(1);

        assertFound(HOLE);
    }

    @Test
    void findsAMessageAgainInANewEpochThatTheTestDidNotBegin() {
        said(1);
        heard("ann", 1);
        history.trimmed("aaaaaaaa-1");
        history.inLog(List.of(new Entry("bbbbbbbb-1", "content 1")));
        assertFound(DOUBLE);

        history.epochEnded("aaaaaaaa");
        assertFound();
    }

    @Test
    void findsAMessageThatIsTwiceInTheEpochAfterARestore() {
        said(1);
        history.epochEnded("aaaaaaaa");
        history.inLog(List.of(new Entry("bbbbbbbb-1", "content 1"), new Entry("bbbbbbbb-2", "content 1")));

        assertFound(DOUBLE);
    }
}
