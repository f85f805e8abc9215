package chat.earshot.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import chat.earshot.event.MessageDraft;
import chat.earshot.event.Room;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is given a name can speak under it. */
class MadeUpNameTests {

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "ar"})
    void eachIsAnAuthorsName(String language) {
        ResourceBundle words = PageWords.bundle(Locale.of(language));
        List<String> first = list(words, "name.first");
        List<String> second = list(words, "name.second");
        String pattern = words.getString("name.pattern");

        assertThat(first).hasSize(30).doesNotHaveDuplicates();
        assertThat(second).hasSize(30).doesNotHaveDuplicates();
        for (String one : first) {
            for (String other : second) {
                String name = pattern.replace("{first}", one).replace("{second}", other);
                assertThatCode(() -> new MessageDraft(Room.LOBBY, name, "hello"))
                        .as(name)
                        .doesNotThrowAnyException();
                assertThat(name.split(" ")).hasSize(2);
            }
        }
    }

    private static List<String> list(ResourceBundle words, String key) {
        return Stream.of(words.getString(key).split(",")).map(String::trim).toList();
    }
}
