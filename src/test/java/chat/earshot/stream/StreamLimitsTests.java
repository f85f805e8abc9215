package chat.earshot.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.LongSummaryStatistics;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** For how long streams may last: about the same, and no two of them. */
class StreamLimitsTests {

    private static final int STREAMS = 1_000;

    private final RandomGenerator random = new Random(1);

    @Test
    void endStreamsAFifthBeforeTheirAgeAtTheSoonestAndAFifthAfterItAtTheLatest() {
        LongSummaryStatistics seconds = lifetimes(Duration.ofSeconds(1_000)).summaryStatistics();

        assertThat(seconds.getMin()).isBetween(800L, 810L);
        assertThat(seconds.getMax()).isBetween(1_190L, 1_200L);
        assertThat(seconds.getAverage()).isCloseTo(1_000, within(20.0));
    }

    @Test
    void endNoneWhereNoAgeIsSet() {
        assertThat(lifetimes(Duration.ZERO)).containsOnly(0L);
    }

    /** In seconds. */
    private LongStream lifetimes(Duration age) {
        StreamLimits limits = new StreamLimits(null, 0, 0, age);
        return LongStream.generate(
                        () -> Duration.ofNanos(limits.lifetime(random)).toSeconds())
                .limit(STREAMS);
    }
}
