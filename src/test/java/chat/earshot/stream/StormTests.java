package chat.earshot.stream;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.EarshotTest;
import chat.earshot.RunningServer;
import chat.earshot.testing.Checker;
import chat.earshot.testing.EventStream;
import chat.earshot.testing.History;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Many speak at once, each message in one to three attempts, while many listen whose lines are cut again and again.
 * {@code -Dearshot.storm.readers} says how many listen.
 */
@EarshotTest
class StormTests {

    private static final int WRITERS = 20;
    private static final int READERS = Integer.getInteger("earshot.storm.readers", 50);
    private static final long PATIENCE_SECONDS = 60 + READERS;

    private final RunningServer server;
    private final String room;
    private final History history = new History();

    StormTests(RunningServer server) {
        this.server = server;
        this.room = server.newRoom();
    }

    @Test
    void losesRepeatsAndReordersNothing() throws Exception {
        String start = position();
        StormWriter last = new StormWriter(server, room, "last", history);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var readers = start(threads, READERS, i -> new StormReader(server, room, i, history));
            var writers = start(threads, WRITERS, i -> new StormWriter(server, room, "writer-" + i, history));
            awaitAll(writers);
            last.say(StormReader.LAST);
            awaitAll(readers);
        }
        history.inLog(StormReader.log(server, room, start));
        System.out.printf("a storm: %s%n", history);

        assertThat(Checker.check(history)).isEmpty();
    }

    /** The one before the first event. */
    private String position() {
        try (EventStream stream = server.listen(room)) {
            return stream.lastEventId();
        }
    }

    private static List<Future<Void>> start(ExecutorService threads, int count, IntFunction<Callable<Void>> make) {
        return new ArrayList<>(IntStream.range(0, count)
                .mapToObj(i -> threads.submit(make.apply(i)))
                .toList());
    }

    private static void awaitAll(List<Future<Void>> all) throws Exception {
        for (Future<Void> each : all) {
            each.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }
}
