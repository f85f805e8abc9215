package chat.earshot.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrettyJsonTests {

    @ParameterizedTest
    @MethodSource("chat.earshot.page.Examples#payloads")
    void laysAPayloadOutAsTheTableSays(Examples.Payload example) {
        assertThat(PrettyJson.of(example.json()).lines()).isEqualTo(example.shown());
    }

    @Test
    void changesWhiteSpaceAlone() {
        String deep = "[".repeat(1_000) + "\"x y\"" + "]".repeat(1_000);

        assertThat(PrettyJson.of(deep).replaceAll("\\s", "")).isEqualTo(deep.replace(" ", ""));
    }

    /** As long as a body may be. */
    @ParameterizedTest
    @ValueSource(strings = {"[],", "1,", "\"a\",", "{\"a\":[[]]},", "\"\\\\\\\"\","})
    void aLongPayloadStaysInProportion(String again) {
        String json = "[" + again.repeat(64 * 1_024 / again.length()) + "0]";

        assertThat(PrettyJson.of(json)).hasSizeLessThan(5 * json.length());
    }

    @ParameterizedTest
    @CsvSource({"12,false", "13,true", "50,true"})
    void aPayloadThatMayScrollIsToldFromOneThatDoesNot(int lines, boolean scrolls) {
        String json = Collections.nCopies(lines - 2, "\"as wide as it may be\"").toString();

        assertThat(PrettyJson.of(json).lines()).hasSize(lines);
        assertThat(ShownPayload.of(json).scrolls()).isEqualTo(scrolls);
    }

    @Test
    void aPayloadOfOneLongLineMayScroll() {
        assertThat(ShownPayload.of("\"" + "x".repeat(300) + "\"").scrolls()).isFalse();
        assertThat(ShownPayload.of("\"" + "x".repeat(360) + "\"").scrolls()).isTrue();
    }
}
