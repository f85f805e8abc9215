package earshot.load;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Subscribers listen, publishers speak: how many messages arrive, how late, and at what cost. */
final class LoadScenario {
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

    Json run() throws IOException, InterruptedException {
        long rssBefore = server.residentBytes();
        double connectMillis = crowd.open(options.subscribers, options.publishers, options.slow);
        if (crowd.ended() > 0) {
            throw new IllegalStateException(crowd.ended() + " streams could not be opened");
        }
        System.err.printf("%d streams open after %.0f ms%n", options.subscribers, connectMillis);
        Pace pace = options.rate == 0
                ? Pace.closed()
                : Pace.fixed(options.rate, options.publishers, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100));
        Publishers publishers = new Publishers(options, rooms, options.publishers, pace, ledger, span);
        publishers.start();
        sleep(options.warmup);

        Usage usage = new Usage(server, crowd, publishers);
        span.begin(System.nanoTime());
        Usage.Reading begin = usage.read();
        sleep(options.seconds);
        Usage.Reading end = usage.read();
        span.end(System.nanoTime());
        long rss = server.residentBytes();
        publishers.stop();
        awaitDeliveries();
        crowd.stop();

        Json result = new Json()
                .put("scenario", options.scenario)
                .put("dialect", options.dialect.name().toLowerCase())
                .put("subscribers", options.subscribers)
                .put("rooms", options.rooms)
                .put("publishers", options.publishers)
                .put("rate", options.rate);
        usage.counts(begin, end, result);
        Check.of(crowd.listening(), ledger).into(result);
        result.put("closed", crowd.ended());
        Histogram latency = crowd.latency(0);
        Histogram post = publishers.answers();
        if (latency.count() > 0) {
            result.put("latency", latency.detailed());
        }
        result.put("post", post.brief()).put("connectMillis", connectMillis);
        usage.costs(begin, end, result);
        if (server.known()) {
            result.put("serverRss", rss).put("serverRssBefore", rssBefore);
        }
        crowd.close();
        return result;
    }

    private static void sleep(double seconds) throws InterruptedException {
        Thread.sleep(Math.round(seconds * 1_000));
    }

    /** Until all that was accepted has been heard, and a little longer, because a repeat would come last. */
    private void awaitDeliveries() throws InterruptedException {
        long owed = 0;
        for (int room = 0; room < rooms.length; room++) {
            owed += ledger.accepted(room) * crowd.listeningIn(room);
        }
        long patience = System.nanoTime() + PATIENCE;
        while (crowd.heard() < owed && System.nanoTime() - patience < 0) {
            Thread.sleep(5);
        }
        Thread.sleep(100);
    }
}
