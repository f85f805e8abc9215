package earshot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How a server's memory goes over time. */
final class Memory {

    private static final Pattern RSS = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private record Sample(double minutes, double rss, double heap) {}

    private final long pid;
    private final long start = System.nanoTime();
    private final List<Sample> samples = new ArrayList<>();

    Memory(long pid) {
        this.pid = pid;
    }

    /** The heap is what lives after a full collection, or nothing on another kind of process. */
    void sample(boolean onJvm) throws IOException {
        double heap = onJvm ? Heap.live(pid).orElse(0) : 0;
        samples.add(new Sample((System.nanoTime() - start) / 60e9, rss(), heap));
    }

    private double rss() throws IOException {
        var found = RSS.matcher(Files.readString(Path.of("/proc", Long.toString(pid), "status")));
        return found.find() ? Double.parseDouble(found.group(1)) * 1024 : 0;
    }

    OptionalDouble rssSlope() {
        return slope(Sample::rss);
    }

    OptionalDouble heapSlope() {
        return slope(Sample::heap);
    }

    /** Bytes a minute, by least squares over all but the first quarter, in which a JVM still compiles and sizes itself. */
    private OptionalDouble slope(ToDoubleFunction<Sample> value) {
        List<Sample> late = samples.subList(samples.size() / 4, samples.size());
        double meanTime = late.stream().mapToDouble(Sample::minutes).average().orElse(0);
        double meanValue = late.stream().mapToDouble(value).average().orElse(0);
        double covariance = late.stream().mapToDouble(s -> (s.minutes() - meanTime) * (value.applyAsDouble(s) - meanValue)).sum();
        double variance = late.stream().mapToDouble(s -> Math.pow(s.minutes() - meanTime, 2)).sum();
        return late.size() < 3 ? OptionalDouble.empty() : OptionalDouble.of(covariance / variance);
    }

    /** All samples, as {@code minutes:RSS:heap}. */
    @Override
    public String toString() {
        return samples.stream()
                .map(s -> "%.1f:%.0f:%.0f".formatted(s.minutes(), s.rss(), s.heap()))
                .collect(Collectors.joining(" "));
    }
}
