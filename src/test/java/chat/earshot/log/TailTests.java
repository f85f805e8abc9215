package chat.earshot.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TailTests {

    private static final PageLimit WIDE = new PageLimit(1_000, 1_000_000);

    @Test
    void handsOutWhatFollowsACursor() {
        Tail tail = tail(100, 10_000, WIDE);
        tail.add(frames(1, 5));
        assertThat(bare(tail.after(2, 4))).isEqualTo("3;4;");
    }

    @Test
    void everyoneAtTheSameCursorGetsTheSameArray() {
        Tail tail = tail(100, 10_000, WIDE);
        tail.add(frames(1, 5));
        assertThat(tail.after(4, 5).chunk().bytes())
                .isSameAs(tail.after(4, 5).chunk().bytes());
    }

    @Test
    void oneThatCatchesUpDoesNotReplaceWhatTheOthersShare() {
        Tail tail = tail(100, 10_000, WIDE);
        tail.add(frames(1, 5));
        Batch shared = tail.after(4, 5);
        tail.after(0, 5);
        assertThat(tail.after(4, 5)).isSameAs(shared);
    }

    @Test
    void whoeverIsBehindTheHeadThatTheOthersShareMaySendThatToo() {
        Tail tail = tail(100, 10_000, WIDE);
        tail.add(frames(1, 5));
        Batch shared = tail.after(2, 5);
        assertThat(tail.after(2, 4)).isSameAs(shared);
        assertThat(tail.afterAtOnce(2, 4)).isSameAs(shared);
    }

    @Test
    void whatIsAskedForAtOnceIsSharedToo() {
        Tail tail = tail(100, 10_000, WIDE);
        tail.add(frames(1, 5));
        assertThat(tail.afterAtOnce(4, 5)).isSameAs(tail.after(4, 5));
    }

    @Test
    void theOldestGoWhenItIsFullOfFrames() {
        Tail tail = tail(3, 10_000, WIDE);
        tail.add(frames(1, 5));
        assertThat(tail.after(1, 5)).isNull();
        assertThat(bare(tail.after(2, 5))).isEqualTo("3;4;5;");
    }

    @Test
    void theOldestGoWhenItIsFullOfBytes() {
        Tail tail = tail(100, 6, WIDE);
        tail.add(frames(1, 5));
        assertThat(tail.bytes()).isEqualTo(6);
        assertThat(tail.after(1, 5)).isNull();
        assertThat(bare(tail.after(2, 5))).isEqualTo("3;4;5;");
    }

    @Test
    void aFrameLargerThanTheBoundIsKeptAlone() {
        Tail tail = tail(100, 1, WIDE);
        tail.add(frames(1, 2));
        assertThat(bare(tail.after(1, 2))).isEqualTo("2;");
    }

    @Test
    void keepsItsFramesWhileItGrows() {
        Tail tail = tail(1_000, 1_000_000, WIDE);
        for (int i = 1; i <= 400; i++) {
            tail.add(frames(i, i));
        }
        assertThat(bare(tail.after(0, 400))).startsWith("1;2;3;").endsWith("399;400;");
    }

    @Test
    void aBatchIsBoundedInEvents() {
        Tail tail = tail(100, 10_000, new PageLimit(2, 1_000));
        tail.add(frames(1, 5));
        assertThat(tail.after(0, 5).to()).isEqualTo(2);
    }

    @Test
    void aBatchIsBoundedInBytesButNeverEmpty() {
        Tail tail = tail(100, 10_000, new PageLimit(100, 3));
        tail.add(frames(1, 5));
        assertThat(bare(tail.after(0, 5))).isEqualTo("1;");
    }

    @Test
    void goesNoFurtherThanTheHead() {
        Tail tail = tail(100, 10_000, WIDE);
        tail.add(frames(1, 5));
        assertThat(bare(tail.after(0, 3))).isEqualTo("1;2;3;");
    }

    @Test
    void aTailThatWasLeftBehindHasNothingToSay() {
        Tail tail = tail(100, 10_000, WIDE);
        tail.add(frames(1, 5));
        assertThat(tail.after(5, 9)).isNull();
        assertThat(bare(tail.after(3, 9))).isEqualTo("4;5;");
    }

    @Test
    void aHoleIsABug() {
        Tail tail = tail(100, 10_000, WIDE);
        tail.add(frames(1, 2));
        assertThatThrownBy(() -> tail.add(frames(4, 4))).isInstanceOf(IllegalStateException.class);
    }

    private static Tail tail(int frames, long bytes, PageLimit batch) {
        return new Tail(0, frames, bytes, batch);
    }

    /** Frames of two bytes each, up to sequence 9. */
    private static List<Frame> frames(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(at -> new Frame(at, false, (at + ";").getBytes(StandardCharsets.US_ASCII)))
                .toList();
    }

    private static String bare(Batch batch) {
        Chunk chunk = batch.chunk();
        return new String(chunk.bytes(), chunk.start(), chunk.length(), StandardCharsets.US_ASCII);
    }
}
