package chat.earshot.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SseParserTests {

    private final SseParser parser = new SseParser();

    @Test
    void readsEveryFieldOfABlock() {
        assertThat(parser.feed("id: k7f3q2ab-42\nevent: stockUpdate\nretry: 3000\n: note\ndata: {}\n\n"))
                .containsExactly(new SseBlock("k7f3q2ab-42", "stockUpdate", "{}", 3000, List.of("note")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void endsLinesInEachOfThreeWays(String end) {
        String stream = "data: a\ndata: b\n\ndata: c\n\n".replace("\n", end);

        assertThat(parser.feed(stream)).extracting(SseBlock::data).containsExactly("a\nb", "c");
    }

    @Test
    void mixesLineEnds() {
        assertThat(parser.feed("data: a\r\ndata: b\rdata: c\n\r\n\rdata: d\r\n\n"))
                .extracting(SseBlock::data)
                .containsExactly("a\nb\nc", "d");
    }

    @Test
    void handsABlockOutAtItsCarriageReturn() {
        assertThat(parser.feed("data: a\r\r")).hasSize(1);
        assertThat(parser.feed("\ndata: b\r\n\r")).extracting(SseBlock::data).containsExactly("b");
    }

    @Test
    void isTheSameWhereverItIsCut() {
        byte[] stream =
                "\uFEFFid: 1\r\ndata: grüße 👋\r\ndata\r\r: note\n\nretry: 7\n\n".getBytes(StandardCharsets.UTF_8);
        List<SseBlock> whole = parser.feed(stream);

        assertThat(whole).hasSize(3);
        assertThat(whole.getFirst().data()).isEqualTo("grüße 👋\n");
        for (int first = 0; first <= stream.length; first++) {
            for (int second = first; second <= stream.length; second++) {
                assertThat(fedInParts(stream, first, second)).isEqualTo(whole);
            }
        }
    }

    @Test
    void skipsAByteOrderMarkAtTheBeginningOnly() {
        assertThat(parser.feed("\uFEFFdata: a\n\n")).extracting(SseBlock::data).containsExactly("a");
        assertThat(parser.feed("\uFEFFdata: b\n\n")).isEmpty();
    }

    @Test
    void joinsDataLines() {
        assertThat(parser.feed("data: a\ndata:\ndata: b\ndata\n\n"))
                .extracting(SseBlock::data)
                .containsExactly("a\n\nb\n");
    }

    @Test
    void takesAFieldWithoutAColonForAnEmptyOne() {
        assertThat(parser.feed("data\nid\nevent\n\n")).containsExactly(new SseBlock("", "", "", null, List.of()));
    }

    @Test
    void removesOneLeadingSpace() {
        assertThat(parser.feed("data:  a\ndata:b\ndata:\tc\n\n"))
                .extracting(SseBlock::data)
                .containsExactly(" a\nb\n\tc");
    }

    @Test
    void ignoresAnIdWithNul() {
        assertThat(parser.feed("id: 1\nid: 2\u00003\ndata: a\n\n"))
                .extracting(SseBlock::id)
                .containsExactly("1");
    }

    @Test
    void ignoresARetryThatIsNoNumber() {
        assertThat(parser.feed("retry: 1\nretry: 2x\nretry: -3\nretry: ٤\nretry: 99999999999\n\n"))
                .extracting(SseBlock::retry)
                .containsExactly(1);
    }

    @Test
    void ignoresUnknownFields() {
        assertThat(parser.feed("Data: a\ndata : b\nfoo: c\n\n")).isEmpty();
    }

    @Test
    void tellsOfBlocksThatAreNoEvents() {
        List<SseBlock> blocks = parser.feed(":\n\n: one\n:two\n\nid: 1\n\nretry: 5\n\n");

        assertThat(blocks)
                .containsExactly(
                        new SseBlock(null, null, null, null, List.of("")),
                        new SseBlock(null, null, null, null, List.of("one", "two")),
                        new SseBlock("1", null, null, null, List.of()),
                        new SseBlock(null, null, null, 5, List.of()));
        assertThat(blocks).noneMatch(SseBlock::isEvent).noneMatch(SseBlock::isMessage);
        assertThat(blocks).extracting(SseBlock::isHeartbeat).containsExactly(true, false, false, false);
    }

    @Test
    void makesNoBlockOfBlankLines() {
        assertThat(parser.feed("\n\n\r\n\rdata: a\n\n\n\n")).hasSize(1);
    }

    @Test
    void carriesNothingOverToTheNextBlock() {
        assertThat(parser.feed("id: 1\nevent: x\ndata: a\nretry: 1\n: c\n\ndata: b\n\n")
                        .getLast())
                .isEqualTo(new SseBlock(null, null, "b", null, List.of()));
    }

    @Test
    void keepsBackWhatNoBlankLineHasEnded() {
        assertThat(parser.isMidBlock()).isFalse();
        assertThat(parser.feed("data: a")).isEmpty();
        assertThat(parser.isMidBlock()).isTrue();
        assertThat(parser.feed("\n")).isEmpty();
        assertThat(parser.isMidBlock()).isTrue();
        assertThat(parser.feed("\n")).hasSize(1);
        assertThat(parser.isMidBlock()).isFalse();
    }

    @Test
    void tellsMessagesFromCustomEvents() {
        List<SseBlock> blocks =
                parser.feed("data: a\n\nevent\ndata: b\n\nevent: message\ndata\n\nevent: x\ndata: c\n\n");

        assertThat(blocks).extracting(SseBlock::type).containsExactly("message", "message", "message", "x");
        assertThat(blocks).extracting(SseBlock::isMessage).containsExactly(true, true, true, false);
    }

    private static List<SseBlock> fedInParts(byte[] stream, int first, int second) {
        SseParser fresh = new SseParser();
        List<SseBlock> blocks = new ArrayList<>(fresh.feed(Arrays.copyOfRange(stream, 0, first)));
        blocks.addAll(fresh.feed(Arrays.copyOfRange(stream, first, second)));
        blocks.addAll(fresh.feed(Arrays.copyOfRange(stream, second, stream.length)));
        return blocks;
    }
}
