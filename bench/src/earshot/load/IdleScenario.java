package earshot.load;

import java.io.IOException;
import java.util.List;

/** Streams that hear nothing: what the server holds for each. */
final class IdleScenario implements Scenario {
    private static final int CONNECTING_AT_ONCE = 1_000;

    private static final String[] ROOM = {"r0"};

    private final Options options;
    private final ServerProcess server;
    private final Crowd crowd;

    IdleScenario(Options options) throws IOException {
        this.options = options;
        server = new ServerProcess(options.pids);
        Subscription subscription = new Subscription(options, ROOM, null);
        crowd = new Crowd(subscription, options.readers, List.of(), CONNECTING_AT_ONCE);
    }

    @Override
    public Json run() throws IOException, InterruptedException {
        long rssBefore = server.residentBytes();
        double connectMillis = open();
        crowd.requireAll();
        System.err.println("HOLDING");
        double cpuBefore = server.cpuSeconds();
        Clock.sleep(options.seconds);
        Json result = Scenario.result(options)
                .put("seconds", options.seconds)
                .put("closed", crowd.ended())
                .put("connectMillis", connectMillis);
        server.cpu(cpuBefore, result);
        server.resident(rssBefore, server.residentBytes(), result);
        crowd.stop();
        crowd.close();
        return result;
    }

    private double open() throws InterruptedException {
        try (Waker ignored = new Waker(options, ROOM)) {
            return crowd.openGradually(options.subscribers, options.publishers, 0);
        }
    }
}
