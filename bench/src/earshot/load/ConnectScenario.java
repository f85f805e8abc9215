package earshot.load;

import java.io.IOException;
import java.util.List;

/** All connect in the same moment, as after a restart of a proxy: when is the last stream open? */
final class ConnectScenario implements Scenario {
    private static final String[] ROOM = {"r0"};

    private final Options options;
    private final ServerProcess server;
    private final Crowd crowd;

    ConnectScenario(Options options) throws IOException {
        this.options = options;
        server = new ServerProcess(options.pids);
        Subscription subscription = new Subscription(options, ROOM, null);
        crowd = new Crowd(subscription, options.readers, List.of(), options.subscribers);
    }

    @Override
    public Json run() throws IOException, InterruptedException {
        long rssBefore = server.residentBytes();
        double cpuBefore = server.cpuSeconds();
        double connectMillis = open();
        Json result = Scenario.result(options).put("refused", crowd.ended()).put("connectMillis", connectMillis);
        server.cpu(cpuBefore, result);
        server.resident(rssBefore, server.residentBytes(), result);
        crowd.stop();
        crowd.close();
        return result;
    }

    private double open() throws InterruptedException {
        try (Waker ignored = new Waker(options, ROOM)) {
            return crowd.openAtOnce(options.subscribers, options.publishers);
        }
    }
}
