package chat.earshot.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextPartsTests {

    @ParameterizedTest
    @MethodSource("chat.earshot.page.Examples#texts")
    void readsATextAsTheTableSays(Examples.Text example) {
        assertThat(Examples.shown(TextParts.of(example.text()))).isEqualTo(example.shown());
    }

    @Test
    void losesNothingButMarksThatCameToMeanSomething() {
        assertThat(Examples.randomTexts(5_000)).allSatisfy(text -> {
            String words = withoutMarks(text);
            assertThat(withoutMarks(shown(TextParts.of(text)))).isEqualTo(words);
        });
    }

    /** Far longer than a text may be: what is not linear takes minutes. */
    @ParameterizedTest
    @MethodSource("chat.earshot.page.Examples#stubborn")
    void takesTimeInProportionToTheLength(String again) {
        String text = again.repeat(200_000 / again.length());

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> TextParts.of(text));
    }

    @Test
    void showsAsTypedWhatIsMoreMarkThanText() {
        assertThat(TextParts.of("*a* ".repeat(200)))
                .hasOnlyOneElementSatisfying(part -> assertThat(part.size()).isEqualTo(400));
        assertThat(TextParts.of("*a* ".repeat(200) + "\r\n*a*"))
                .containsExactly(new TextPart.Words(List.of(Run.plain("*a* ".repeat(200) + "\n*a*"))));
    }

    private static String shown(List<TextPart> parts) {
        return parts.stream()
                .map(part -> switch (part) {
                    case TextPart.CodeBlock(String language, String code) -> language + code;
                    case TextPart.Words(List<Run> runs) ->
                        runs.stream().map(Run::text).collect(Collectors.joining());
                })
                .collect(Collectors.joining());
    }

    private static String withoutMarks(String text) {
        return text.replaceAll("[*_`\\s]", "");
    }
}
