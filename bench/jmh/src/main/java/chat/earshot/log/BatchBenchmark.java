package chat.earshot.log;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The bytes of one write, from frames of 100-byte texts: made once for all subscribers at the same cursor. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class BatchBenchmark {

    private static final int TEXT = 100;

    @Param({"1", "16", "256"})
    private int frames;

    private List<Frame> waiting;

    @Setup
    public void encode() {
        waiting = LongStream.rangeClosed(1, frames)
                .mapToObj(sequence -> Frame.of(Samples.message(sequence, TEXT)))
                .toList();
    }

    @Benchmark
    public Batch join() {
        return Batch.of(waiting);
    }
}
