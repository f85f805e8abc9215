package chat.earshot.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomDraftTests {

    @ParameterizedTest
    @ValueSource(strings = {"stockUpdate", "a", "build.done", "x-1_2"})
    void hasAName(String type) {
        assertThat(new CustomDraft(Room.LOBBY, type, "null").type()).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1a",
                "a b",
                "a\n",
                "a\nid: 9",
                "é",
                "message",
                "gap",
                "presence",
                "ping",
                "open",
                "error",
                "a2345678901234567890123456789012345678901234567890123456789012345"
            })
    void hasNoOtherName(String type) {
        assertThatThrownBy(() -> new CustomDraft(Room.LOBBY, type, "null")).isInstanceOf(InvalidDraftException.class);
    }
}
