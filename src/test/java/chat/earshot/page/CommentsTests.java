package chat.earshot.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What a browser is spared of the page's files is what they say to people, and nothing of what they say to it. */
class CommentsTests {

    @Test
    void ofAScriptStandOnLinesOfTheirOwn() {
        assertThat(Comments.takenOut("a.js", "// why\nlet a = 'http://x'; // stays\n  // how\nlet b;\n"))
                .isEqualTo("\nlet a = 'http://x'; // stays\n\nlet b;\n");
    }

    @Test
    void ofAStyleSheetMayTakeSeveralLines() {
        assertThat(Comments.takenOut("a.css", "/* one\n   two */\na { b: c; /* stays */ }\n  /* three */\n"))
                .isEqualTo("\n\na { b: c; /* stays */ }\n\n");
    }

    @Test
    void areLookedForInNothingElse() {
        assertThat(Comments.takenOut("a.svg", "// <svg/>")).isEqualTo("// <svg/>");
    }

    @ParameterizedTest
    @MethodSource("files")
    void areAllThatIsLeftOutOfThePagesFiles(Resource file) throws IOException {
        String text = file.getContentAsString(StandardCharsets.UTF_8);
        String[] written = text.split("\n", -1);
        String[] sent = Comments.takenOut(file.getFilename(), text).split("\n", -1);

        assertThat(sent).hasSameSizeAs(written);
        long quoted = 0;
        for (int line = 0; line < written.length; line++) {
            if (!sent[line].equals(written[line])) {
                assertThat(sent[line]).isEmpty();
                assertThat(quoted % 2).as("within a template: " + written[line]).isZero();
            }
            quoted += sent[line]
                    .replaceAll("'[^']*'", "")
                    .chars()
                    .filter(letter -> letter == '`')
                    .count();
        }
    }

    static Stream<Resource> files() throws IOException {
        PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
        return Stream.of(
                        List.of(files.getResources("classpath:/static/**/*.js")),
                        List.of(files.getResources("classpath:/static/**/*.css")))
                .flatMap(List::stream);
    }
}
