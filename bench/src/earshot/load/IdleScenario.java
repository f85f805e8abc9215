package earshot.load;

import java.io.IOException;
import java.util.List;

/** Streams that hear nothing: what the server holds for each. */
final class IdleScenario implements Scenario {
    private static final int CONNECTING_AT_ONCE = 1_000;

    private final Options options;
    private final ServerProcess server;
    private final Crowd crowd;

    IdleScenario(Options options) throws IOException {
        this.options = options;
        server = new ServerProcess(options.pids);
        Subscription subscription = new Subscription(options, new String[] {"r0"}, null);
        crowd = new Crowd(subscription, options.readers, List.of(), CONNECTING_AT_ONCE);
    }

    @Override
    public Json run() throws IOException, InterruptedException {
        long rssBefore = server.residentBytes();
        double connectMillis = crowd.openGradually(options.subscribers, options.publishers, 0);
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
}
