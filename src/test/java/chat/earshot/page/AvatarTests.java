package chat.earshot.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvatarTests {

    @ParameterizedTest
    @CsvSource({
        "ann,A",
        "Ann Lee,AL",
        "ann  marie  lee,AL",
        "' ann ',A",
        "👩‍💻 dev,D",
        "👩‍💻 🎉,👩‍💻",
        "Dr. Max Hall 🏔️,DH",
        "ann (home) 2,A2",
        "مريم,م",
        "straße,S",
        "ßa,SS"
    })
    void showsTheFirstLetterOfTheFirstAndTheLastName(String author, String initials) {
        assertThat(Avatar.of(author).initials()).isEqualTo(initials);
    }

    @Test
    void givesANameAlwaysTheSameHue() {
        assertThat(Avatar.of("ann").hue()).isEqualTo(Avatar.of("ann").hue()).matches("hue-([0-9]|1[01])");
    }
}
