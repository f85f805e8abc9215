package chat.earshot.log;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.event.Room;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class TailsTests {

    private static final Room ONE = new Room("one");
    private static final Room TWO = new Room("two");
    private static final Room THREE = new Room("three");

    private final Tails tails = new Tails(
            new TailProperties(100, DataSize.ofBytes(1_000), DataSize.ofBytes(250), 10, DataSize.ofBytes(1_000)));

    @Test
    void theRoomThatWasSilentLongestGoesWhenTheBudgetIsUsedUp() {
        add(ONE, 1);
        add(TWO, 1);
        add(ONE, 2);
        assertThat(tails.of(ONE)).isNotNull();
        assertThat(tails.of(TWO)).isNull();
    }

    @Test
    void aRoomThatComesBackBeginsWhereItSpeaksAgain() {
        add(ONE, 1);
        add(TWO, 1);
        add(THREE, 1);
        assertThat(tails.of(ONE)).isNull();
        add(ONE, 2);
        assertThat(tails.of(ONE).after(0, 2)).isNull();
        assertThat(tails.of(ONE).after(1, 2)).isNotNull();
    }

    @Test
    void whatIsForgottenNoLongerCounts() {
        add(ONE, 1);
        add(TWO, 1);
        tails.forget(ONE);
        add(THREE, 1);
        assertThat(tails.of(TWO)).isNotNull();
        assertThat(tails.of(THREE)).isNotNull();
    }

    private void add(Room room, long sequence) {
        tails.add(room, List.of(new Frame(sequence, false, new byte[100])));
    }
}
