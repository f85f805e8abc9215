package chat.earshot.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageDraftTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "a\nb",
                "a\r\nb\tc",
                "😀",
                "👩‍👩‍👧‍👦",
                "\u2028x",
                "\u202Ex",
                "<script>",
                "${jndi:x}",
                "a\u200Bb",
                "السلام عليكم"
            })
    void takesAnyTextWithSomethingToSee(String text) {
        assertThat(new MessageDraft(Room.LOBBY, "ann", text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n\t ",
                "\u200B",
                "\u200D\u200C",
                "\uFEFF",
                "\u00A0\u2003",
                "\u3164",
                "\u2800",
                "\uFE0F",
                "a\0b",
                "a\u0007",
                "\u001B[31m",
                "a\u0085",
                "a\u009F"
            })
    void takesNoOtherText(String text) {
        assertRefused("text", "ann", text);
    }

    @Test
    void countsCodePoints() {
        new MessageDraft(Room.LOBBY, "😀".repeat(64), "😀".repeat(4_000));
        assertRefused("text", "ann", "😀".repeat(4_001));
        assertRefused("author", "😀".repeat(65), "hello");
    }

    @Test
    void takesManyMarksOnOneLetter() {
        new MessageDraft(Room.LOBBY, "ann", "e" + "\u0301".repeat(3_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann",
                "Ann Lee",
                "می‌خواهم",
                "क्‍ष",
                "李",
                "👩‍💻",
                "❤️",
                "O'Brien-Smith",
                "a.b@c",
                "葛\uDB40\uDD00"
            })
    void takesAnyAuthorOneCanSee(String author) {
        assertThat(new MessageDraft(Room.LOBBY, author, "hello").author()).isEqualTo(author);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a\nb",
                "a\rb",
                "a\tb",
                "a\0",
                "a\u202Eb",
                "a\u2066b",
                "a\u200Bb",
                "\u200Dann",
                "ann\u200D",
                "a \u200Cb",
                "a\uFEFFb",
                "a\u00ADb",
                "a\u2028b",
                "\u3164",
                "a\uFE0F",
                "a\u2060b",
                "\uDB40\uDC41a"
            })
    void takesNoOtherAuthor(String author) {
        assertRefused("author", author, "hello");
    }

    @Test
    void itsContentIsCompactJson() {
        assertThat(new MessageDraft(Room.LOBBY, "a\"b", "c\\d\ne").content())
                .isEqualTo("{\"author\":\"a\\\"b\",\"text\":\"c\\\\d\\ne\"}");
    }

    private static void assertRefused(String field, String author, String text) {
        assertThatThrownBy(() -> new MessageDraft(Room.LOBBY, author, text))
                .isInstanceOfSatisfying(
                        InvalidDraftException.class, e -> assertThat(e.field()).isEqualTo(field));
    }
}
