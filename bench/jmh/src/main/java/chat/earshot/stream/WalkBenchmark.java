package chat.earshot.stream;

import chat.earshot.event.Event;
import chat.earshot.event.EventId;
import chat.earshot.event.Room;
import chat.earshot.log.Batches;
import chat.earshot.log.Frame;
import chat.earshot.log.Head;
import chat.earshot.log.Heads;
import chat.earshot.log.TailProperties;
import chat.earshot.web.Outlet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.openjdk.jmh.infra.Blackhole;
import org.springframework.util.unit.DataSize;

/**
 * One walk over a room's subscribers, all in one lane: bare, and with one event brought to each, whose outlet takes the bytes
 * and does nothing. So the second is what an event costs the server above the write to the socket.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class WalkBenchmark {

    private static final Duration LONG = Duration.ofDays(1); // no heartbeat comes between
    private static final String EPOCH = "k7f3q2ab";
    private static final String CONTENT = "{\"author\":\"ann\",\"text\":\"" + "x".repeat(100) + "\"}";

    @Param({"1", "1000", "10000"})
    private int subscribers;

    private final AtomicInteger written = new AtomicInteger();
    private final Outlet outlet = (bytes, completion) -> {
        written.setPlain(written.getPlain() + 1);
        return true;
    };
    private Heads heads;
    private EmitterRegistry registry;
    private Source source;
    private long sequence;

    @Setup
    public void join() throws InterruptedException {
        TailProperties bounds = new TailProperties(
                1000, megabytes(1), megabytes(64), 500, DataSize.ofKilobytes(256));
        StreamProperties properties = new StreamProperties(LONG, LONG, LONG, LONG, 500, 1);
        heads = new Heads(bounds, room -> EPOCH, room -> {});
        HeadsOnlyLog log = new HeadsOnlyLog(heads);
        registry = new EmitterRegistry(properties);
        source = new Source(log, new Batches(log, heads, bounds), registry, properties,
                new StreamLimits(0, 0, 0, Duration.ZERO), new Random());
        for (int i = 0; i < subscribers; i++) {
            StreamRequest request = new StreamRequest(Room.LOBBY, null, 0, false, false);
            new Subscriber(request, new StreamEmitter(Optional.of(outlet)), source, () -> {}).start();
        }
        awaitRest();
    }

    @Benchmark
    public void walk(Blackhole eyes) {
        registry.lane(Room.LOBBY, 0).forEach(eyes::consume);
    }

    @Benchmark
    public void deliver() {
        publish();
        Pass pass = Pass.of(Room.LOBBY, source);
        registry.lane(Room.LOBBY, 0).forEach(subscriber -> subscriber.deliver(pass));
    }

    private void publish() {
        EventId id = new EventId(EPOCH, ++sequence);
        Frame frame = Frame.of(new Event(id, Room.LOBBY, Event.MESSAGE, CONTENT, Instant.EPOCH));
        heads.publish(Room.LOBBY, List.of(frame), new Head(id, 0));
    }

    /** Until one event is taken by all on this thread, so that what follows measures that and nothing else. */
    private void awaitRest() throws InterruptedException {
        int before;
        do {
            Thread.sleep(100);
            before = written.get();
            deliver();
        } while (written.get() - before != subscribers);
    }

    private static DataSize megabytes(int count) {
        return DataSize.ofMegabytes(count);
    }
}
