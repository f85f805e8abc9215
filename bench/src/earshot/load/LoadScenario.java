package earshot.load;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Subscribers listen, publishers speak: how many messages arrive, how late, and at what cost. */
final class LoadScenario implements Scenario {
    /** Accept queues are the subject of another scenario. */
    private static final int CONNECTING_AT_ONCE = 1_000;

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    private final Options options;
    private final ServerProcess server;
    private final String[] rooms;
    private final Span span = new Span();
    private final Ledger ledger;
    private final Crowd crowd;

    LoadScenario(Options options) throws IOException {
        this.options = options;
        server = new ServerProcess(options.pids);
        rooms = IntStream.range(0, options.rooms).mapToObj(room -> "r" + room).toArray(String[]::new);
        ledger = new Ledger(options.publishers, rooms.length);
        crowd = new Crowd(new Subscription(options, rooms, null), options.readers, List.of(span), CONNECTING_AT_ONCE);
    }

    @Override
    public Json run() throws IOException, InterruptedException {
        long rssBefore = server.residentBytes();
        double connectMillis = open();
        Publishers publishers = new Publishers(options, rooms, options.publishers, pace(), ledger, span);
        publishers.start();
        Clock.sleep(options.warmup);

        Usage usage = new Usage(server, crowd, publishers);
        span.begin(System.nanoTime());
        Usage.Reading begin = usage.read();
        Clock.sleep(options.seconds);
        Usage.Reading end = usage.read();
        span.end(System.nanoTime());
        long rss = server.residentBytes();

        publishers.stop();
        awaitDeliveries();
        crowd.stop();
        Json result = Scenario.result(options)
                .put("rooms", options.rooms)
                .put("publishers", options.publishers)
                .put("rate", options.rate);
        usage.counts(begin, end, result);
        Check.of(crowd.listening(), ledger).into(result);
        result.put("closed", crowd.ended());
        latencies(publishers, result);
        result.put("connectMillis", connectMillis);
        usage.costs(begin, end, result);
        server.resident(rssBefore, rss, result);
        crowd.close();
        return result;
    }

    private double open() throws InterruptedException {
        try (Waker ignored = new Waker(options, rooms)) {
            double millis = crowd.openGradually(options.subscribers, options.publishers, options.slow);
            crowd.requireAll();
            return millis;
        }
    }

    private Pace pace() {
        return options.rate == 0
                ? Pace.closed()
                : Pace.fixed(options.rate, options.publishers, System.nanoTime() + Clock.A_MOMENT);
    }

    private void latencies(Publishers publishers, Json result) {
        crowd.latency(0).detailed("latency", result);
        publishers.answers().brief("post", result);
    }

    /** Until all that was accepted has been heard, and a little longer, because a repeat would come last. */
    private void awaitDeliveries() throws InterruptedException {
        long owed = 0;
        for (int room = 0; room < rooms.length; room++) {
            owed += ledger.accepted(room) * crowd.listeningIn(room);
        }
        crowd.awaitHeard(owed, PATIENCE);
        Clock.sleep(0.1);
    }
}
