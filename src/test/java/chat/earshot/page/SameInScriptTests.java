package chat.earshot.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the script makes of a text or a payload is what the server makes of it. */
class SameInScriptTests extends PageTest {

    /** Each text as {@link Examples.Text#shown} has it. */
    private static final String SHOWN = """
            async texts => {
              const { partsOf } = await import('../assets/js/text-parts.js');
              const shownRun = ({ text, kind, bold, italic }) => {
                const style = (bold ? 'b' : '') + (italic ? 'i' : '') + { plain: '', code: 'c', link: 'l' }[kind];
                return style ? [style, text] : text;
              };
              const shownPart = part => part.runs?.map(shownRun) ?? [['block', part.language, part.code]];
              return JSON.stringify(texts.map(text => partsOf(text).flatMap(shownPart)));
            }
            """;

    /** Each one's milliseconds at its best. */
    private static final String SLOWEST = """
            async texts => {
              const { partsOf } = await import('../assets/js/text-parts.js');
              const times = text => Array.from({ length: 2 }, () => {
                const start = performance.now();
                partsOf(text);
                return performance.now() - start;
              });
              return Math.max(...texts.map(text => Math.min(...times(text))));
            }
            """;

    Page page;

    @BeforeEach
    void enter() {
        page = browsers.open(Server.at(port).page(Server.freshRoom()));
    }

    @Test
    void itReadsTheTextsOfTheTable() {
        List<Examples.Text> examples = Examples.texts().toList();
        JsonNode shown =
                shownByScript(examples.stream().map(Examples.Text::text).toList());

        assertThat(IntStream.range(0, examples.size()))
                .allSatisfy(
                        i -> assertThat(shown.get(i)).isEqualTo(examples.get(i).shown()));
    }

    @Test
    void itReadsThousandsOfRandomTextsAsTheServerDoes() {
        List<String> texts = Examples.randomTexts(5_000);
        JsonNode shown = shownByScript(texts);

        assertThat(IntStream.range(0, texts.size()))
                .allSatisfy(i -> assertThat(shown.get(i))
                        .as(() -> JsonMapper.shared().writeValueAsString(texts.get(i)))
                        .isEqualTo(Examples.shown(TextParts.of(texts.get(i)))));
    }

    @Test
    void itShowsAsTypedWhatTheServerDoes() {
        List<String> texts = List.of(
                "*a* ".repeat(200),
                "*a* ".repeat(200) + "\r\n*a*",
                "```\na\n```\n".repeat(400),
                "```\na\n```\n".repeat(401));
        JsonNode shown = shownByScript(texts);

        assertThat(IntStream.range(0, texts.size()))
                .allSatisfy(i -> assertThat(shown.get(i)).isEqualTo(Examples.shown(TextParts.of(texts.get(i)))));
    }

    /** Far longer than a text may be: what is not linear takes seconds. */
    @Test
    void itTakesTimeInProportionToTheLength() {
        List<String> texts = Examples.stubborn()
                .map(again -> again.repeat(40_000 / again.length()))
                .toList();

        assertThat(((Number) page.evaluate(SLOWEST, texts)).doubleValue()).isLessThan(1_000);
    }

    @Test
    void itLaysOutThePayloadsOfTheTable() {
        List<Examples.Payload> examples = Examples.payloads().toList();
        Object shown = page.evaluate(
                "async payloads => { const { prettyJson } = await import('../assets/js/pretty-json.js');"
                        + " return payloads.map(payload => prettyJson(payload).split('\\n')); }",
                examples.stream().map(Examples.Payload::json).toList());

        assertThat(shown)
                .isEqualTo(examples.stream().map(Examples.Payload::shown).toList());
    }

    @Test
    void itLaysOutWhatIsNestedDeepOrAsLongAsCanBe() {
        List<String> payloads = List.of(
                "[".repeat(1_000) + "]".repeat(1_000),
                "{\"a\":".repeat(1_000) + "1" + "}".repeat(1_000),
                "[" + "[],".repeat(20_000) + "0]",
                "\"" + "\\\\\\\"".repeat(16_000) + "\"");
        Object shown = page.evaluate(
                "async payloads => { const { prettyJson } = await import('../assets/js/pretty-json.js');"
                        + " return payloads.map(prettyJson); }",
                payloads);

        assertThat(shown).isEqualTo(payloads.stream().map(PrettyJson::of).toList());
    }

    private JsonNode shownByScript(List<String> texts) {
        return JsonMapper.shared().readTree((String) page.evaluate(SHOWN, texts));
    }
}
