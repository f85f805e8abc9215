package chat.earshot.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTests {

    private final History history = new History();

    @Test
    void refusesASecondContentForAKey() {
        history.sent("1", "lobby", "content", 0);

        assertThatIllegalArgumentException().isThrownBy(() -> history.sent("1", "lobby", "other", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> history.sent("1", "den", "content", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> history.sent("2", "lobby", "content", 1));
    }

    @Test
    void refusesAnAnswerToWhatWasNeverSent() {
        assertThatIllegalArgumentException().isThrownBy(() -> history.acknowledged("1", "aaaaaaaa-1", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> history.refused("1", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> history.unknown("1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "aaaaaaaa-0", "aaaaaaaa-01", "aaaaaaaa--1", "AAAAAAAA-1", "aaaaaaa-1", "aaaaaaaa-x"})
    void refusesAnIdThatIsNoneOfAnEvent(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> history.heard("ann", id, "content"))
                .withMessageContaining(id);
    }

    @Test
    void saysWhatWasDoneInFigures() {
        history.sent("1", "lobby", "one", 0);
        history.acknowledged("1", "aaaaaaaa-1", 1);
        history.sent("1", "lobby", "one", 2);
        history.unknown("1");
        history.sent("2", "lobby", "two", 3);
        history.refused("2", 4);
        history.resumed("ann", "aaaaaaaa-0");
        history.heard("ann", "aaaaaaaa-1", "one");
        history.gap("bob", "aaaaaaaa-1");

        assertThat(history)
                .hasToString("2 messages in 3 attempts: 1 acknowledged, 1 refused, 1 unknown. "
                        + "2 readers heard 1 events, went on from an id 1 times and were told of 1 gaps.");
    }

    @Test
    void losesNothingWhenManyRecordAtOnce() throws InterruptedException {
        Thread[] writers = IntStream.range(0, 8)
                .mapToObj(writer -> Thread.ofPlatform().start(() -> record(writer)))
                .toArray(Thread[]::new);
        for (Thread writer : writers) {
            writer.join();
        }

        assertThat(history.messages()).hasSize(8 * 5_000);
        assertThat(history.entries()).hasSize(8 * 5_000);
        assertThat(history.readers().get("all")).hasSize(8 * 5_000);
        assertThat(history.readers()).hasSize(9);
    }

    private void record(int writer) {
        for (int n = 1; n <= 5_000; n++) {
            history.sent(writer + " " + n, "lobby", writer + " " + n, n);
        }
        for (int n = 1; n <= 5_000; n++) {
            history.acknowledged(writer + " " + n, id(writer, n), n);
        }
        for (int n = 1; n <= 5_000; n++) {
            history.heard("reader " + writer, id(writer, n), writer + " " + n);
            history.heard("all", id(writer, n), writer + " " + n);
        }
    }

    private static String id(int writer, int n) {
        return "epoch00" + writer + "-" + n;
    }
}
