package chat.earshot.testing;

import static chat.earshot.testing.Violation.Kind.HOLE;
import static chat.earshot.testing.Violation.Kind.REPEAT;

import org.junit.jupiter.api.Test;

/** What a reader meets has neither holes nor repeats, over all its streams. */
class CheckerChainTests extends CheckerFixture {

    @Test
    void findsAHoleInAStream() {
        said(1, 2, 3, 4);
        heard("ann", 1, 3, 4);
        log(1, 2, 3, 4);

        assertFound(HOLE);
    }

    @Test
    void findsARepeatInAStream() {
        said(1, 2, 3, 4);
        heard("ann", 2, 3, 3, 4);
        log(1, 2, 3, 4);

        assertFound(REPEAT);
    }

    @Test
    void findsAStepBackAsARepeatOnly() {
        said(1, 2, 3, 4);
        heard("ann", 2, 3, 2, 4);
        log(1, 2, 3, 4);

        assertFound(REPEAT);
    }

    @Test
    void findsAHoleAcrossAResume() {
        said(1, 2, 3);
        heard("ann", 1);
        history.resumed("ann", "aaaaaaaa-1");
        heard("ann", 3);
        log(1, 2, 3);

        assertFound(HOLE);
    }

    @Test
    void findsARepeatAcrossAResume() {
        said(1, 2);
        heard("ann", 1);
        history.resumed("ann", "aaaaaaaa-1");
        heard("ann", 1, 2);
        log(1, 2);

        assertFound(REPEAT);
    }

    @Test
    void findsAHoleAfterAPositionWithoutAnEvent() {
        said(1, 2);
        history.resumed("ann", "aaaaaaaa-0");
        heard("ann", 2);
        log(1, 2);

        assertFound(HOLE);
    }

    @Test
    void findsAReaderThatWasMovedOnInSilence() {
        said(1, 2, 3);
        heard("ann", 1);
        history.resumed("ann", "aaaaaaaa-2");
        heard("ann", 3);
        log(1, 2, 3);

        assertFound(HOLE);
    }

    @Test
    void letsAReaderGoBackByItself() {
        said(1, 2, 3);
        heard("ann", 1, 2);
        history.resumed("ann", "aaaaaaaa-1");
        heard("ann", 2, 3);
        log(1, 2, 3);

        assertFound();
    }

    @Test
    void findsAHoleInTheLog() {
        said(1, 3);
        log(1, 3);

        assertFound(HOLE);
    }

    @Test
    void findsALogThatIsNotSorted() {
        said(1, 2);
        log(2, 1);

        assertFound(REPEAT);
    }

    @Test
    void letsAReaderBeginInTheMiddle() {
        said(1, 2, 3);
        heard("ann", 2, 3);
        log(1, 2, 3);

        assertFound();
    }

    @Test
    void goesOnAfterAGap() {
        said(1, 2, 3, 4, 5);
        heard("ann", 1);
        history.gap("ann", "aaaaaaaa-3");
        heard("ann", 4, 5);
        log(1, 2, 3, 4, 5);
        assertFound();

        history.gap("bob", "aaaaaaaa-3");
        heard("bob", 5);
        assertFound(HOLE);
    }
}
