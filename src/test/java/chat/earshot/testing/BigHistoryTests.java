package chat.earshot.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A storm as a sound server would answer it: nothing is found in it, one fault is, and neither takes long. */
class BigHistoryTests {

    private static final int MESSAGES = 100_000; // in each room
    private static final int WRITERS = 20;
    private static final int READERS = 5;

    private final Random random = new Random(7);

    @Test
    void findsNothingInALongSoundHistory() {
        History history = new History();
        record(history, "lobby", "aaaaaaaa");
        record(history, "den", "bbbbbbbb");

        assertThat(check(history)).isEmpty();
    }

    @Test
    void findsTheOneMessageThatOvertookAnother() {
        History history = new History();
        record(history, "lobby", "aaaaaaaa");
        history.sent("late", "lobby", "late", Long.MAX_VALUE - 2);
        history.acknowledged("late", "bbbbbbbb-1", Long.MAX_VALUE - 1);
        history.sent("early", "lobby", "early", 0);
        history.acknowledged("early", "bbbbbbbb-2", 1);
        history.inLog(List.of(new Entry("bbbbbbbb-1", "late"), new Entry("bbbbbbbb-2", "early")));

        assertThat(check(history)).extracting(Violation::kind).containsExactly(Violation.Kind.OUT_OF_ORDER);
    }

    private static List<Violation> check(History history) {
        return assertTimeoutPreemptively(Deadline.GENEROUS, () -> Checker.check(history));
    }

    /** Writers overlap: each group of them is sent in one order, stored in a second and answered in a third. */
    private void record(History history, String room, String epoch) {
        List<Entry> log = new ArrayList<>();
        for (int first = 1; first <= MESSAGES; first += WRITERS) {
            for (int n = first; n < first + WRITERS; n++) {
                log.add(say(history, room, epoch + "-" + n, first * 10L));
            }
        }
        for (int reader = 0; reader < READERS; reader++) {
            hear(history, room + " " + reader, log);
        }
        history.inLog(log);
    }

    private Entry say(History history, String room, String id, long time) {
        Entry entry = new Entry(id, "content of " + id);
        history.sent(id, room, entry.content(), time + random.nextInt(100));
        switch (random.nextInt(10)) {
            case 0 -> history.unknown(id);
            case 1 -> refuse(history, room, id, time);
            default -> {}
        }
        history.sent(id, room, entry.content(), time + 50);
        history.acknowledged(id, id, time + 100 + random.nextInt(100));
        return entry;
    }

    private static void refuse(History history, String room, String id, long time) {
        history.sent("refused " + id, room, "refused " + id, time);
        history.refused("refused " + id, time + 1);
    }

    /** Begins somewhere, is cut now and then, and misses something only where a gap says so. */
    private void hear(History history, String reader, List<Entry> log) {
        for (int at = random.nextInt(100); at < log.size(); at++) {
            history.heard(reader, log.get(at).id(), log.get(at).content());
            if (random.nextInt(50) == 0) {
                history.resumed(reader, log.get(at).id());
            }
            if (random.nextInt(500) == 0) {
                at = Math.min(at + random.nextInt(50), log.size() - 1);
                history.gap(reader, log.get(at).id());
            }
        }
    }
}
