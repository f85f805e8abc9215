package chat.earshot.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomTests {

    private static final String SIXTY_FOUR = "a234567890123456789012345678901234567890123456789012345678901234";

    @ParameterizedTest
    @ValueSource(strings = {"a", "7", "lobby", "a-b_c", SIXTY_FOUR})
    void hasAName(String name) {
        assertThat(new Room(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "_a", "A", "a b", "a/b", "a.b", "..", "a\n", "\na", "ä", "a\0", SIXTY_FOUR + "5"})
    void hasNoOtherName(String name) {
        assertThatThrownBy(() -> new Room(name)).isInstanceOf(InvalidRoomException.class);
    }
}
