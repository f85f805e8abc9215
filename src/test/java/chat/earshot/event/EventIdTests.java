package chat.earshot.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventIdTests {

    @ParameterizedTest
    @ValueSource(strings = {"k7f3q2ab-0", "k7f3q2ab-41", "00000000-999999999999999999"})
    void spellsAndReadsTheSame(String text) {
        assertThat(EventId.parse(text)).map(EventId::toString).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "41",
                "k7f3q2ab",
                "k7f3q2ab-",
                "k7f3q2ab--1",
                "k7f3q2ab-01",
                "K7F3Q2AB-1",
                "k7f3q2a-1",
                "k7f3q2abc-1",
                "k7f3q2ab-9223372036854775808",
                "k7f3q2ab-٤١",
                "k7f3q2ab-1\n",
                " k7f3q2ab-1",
                "k7f3q2ab-1 "
            })
    void isNothingElse(String text) {
        assertThat(EventId.parse(text)).isEmpty();
    }

    @Test
    void fourKilobytesAreNoId() {
        assertThat(EventId.parse("a".repeat(4_096))).isEmpty();
    }
}
