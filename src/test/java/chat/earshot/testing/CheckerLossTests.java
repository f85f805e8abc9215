package chat.earshot.testing;

import static chat.earshot.testing.Violation.Kind.LOST;
import static chat.earshot.testing.Violation.Kind.PHANTOM;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is missing, and what should be. */
class CheckerLossTests extends CheckerFixture {

    @Test
    void findsAnAcknowledgedMessageThatIsNotInTheLog() {
        said(1, 2);
        log(1);

        assertFound(LOST);
    }

    @Test
    void acceptsAnAcknowledgedMessageWhoseNextAttemptIsUnknown() {
        said(1);
        history.sent("1", "lobby", "content 1", now++);
        history.unknown("1");
        log(1);

        assertFound();
    }

    @Test
    void allowsTheTestToTrimTheLog() {
        sent(1);
        said(2, 3);
        heard("ann", 1, 2, 3);
        history.trimmed("aaaaaaaa-2");
        history.trimmed("aaaaaaaa-1");
        log(3);
        assertFound();

        said(4, 5);
        history.inLog(List.of(entry(4)));
        assertFound(LOST);
    }

    @Test
    void needsToBeToldWhatTheLogHolds() {
        assertThatIllegalStateException().isThrownBy(() -> Checker.check(history));
    }

    @Test
    void findsARefusedMessageInTheLog() {
        sent(1);
        history.refused("1", now++);
        log(1);

        assertFound(PHANTOM);
    }

    @Test
    void findsARefusedMessageThatOnlyAReaderSaw() {
        sent(1);
        history.refused("1", now++);
        heard("ann", 1);
        log();

        assertFound(PHANTOM);
    }

    @Test
    void findsAMessageThatNobodySaid() {
        log(1);

        assertFound(PHANTOM);
    }

    @Test
    void findsAnUnknownMessageThatWasHeardAndIsNotInTheLog() {
        sent(1);
        history.unknown("1");
        heard("ann", 1);
        log();

        assertFound(PHANTOM);
    }

    @Test
    void findsAMessageInAnotherRoom() {
        said(1);
        history.sent("2", "den", "content 2", now++);
        history.acknowledged("2", "aaaaaaaa-2", now++);
        log(1, 2);

        assertFound(PHANTOM);
    }

    @Test
    void acceptsAMessageThatWasRefusedOnceAndThenTaken() {
        sent(1);
        history.refused("1", now++);
        said(1);
        log(1);

        assertFound();
    }

    @Test
    void acceptsARefusedMessageOfWhichAnotherAttemptIsUnknown() {
        sent(1);
        history.refused("1", now++);
        sent(1);
        heard("ann", 1);
        log(1);

        assertFound();
    }
}
