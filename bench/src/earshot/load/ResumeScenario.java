package earshot.load;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** All come back at once, each with the same number of events to catch up on, while another room goes on talking. */
final class ResumeScenario implements Scenario {
    private static final String[] STORM_ROOM = {"r0"};
    private static final String[] LIVE_ROOM = {"live"};
    private static final int LIVE_SUBSCRIBERS = 100;
    private static final double LIVE_RATE = 20;
    private static final double LIVE_SECONDS_BEFORE = 3;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(120);

    private final Options options;
    private final ServerProcess server;
    private final Span before = new Span();
    private final Span during = new Span();
    private final Ledger behind = new Ledger(1, 1);
    private final Crowd live;
    private final Publishers speakers;

    ResumeScenario(Options options) throws IOException {
        this.options = options;
        server = new ServerProcess(options.pids);
        live = new Crowd(new Subscription(options, LIVE_ROOM, null), 1, List.of(before, during), LIVE_SUBSCRIBERS);
        Pace pace = Pace.fixed(LIVE_RATE, 1, System.nanoTime() + Clock.A_MOMENT);
        speakers = new Publishers(options, LIVE_ROOM, 1, pace, new Ledger(1, 1), before);
    }

    @Override
    public Json run() throws IOException, InterruptedException {
        String seen = publish();
        live.openGradually(LIVE_SUBSCRIBERS, 1, 0);
        live.requireAll();
        speakers.start();
        Clock.sleep(options.warmup);
        before.begin(System.nanoTime());
        Clock.sleep(LIVE_SECONDS_BEFORE);
        before.end(System.nanoTime());
        Json result = Scenario.result(options).put("behind", options.behind);
        storm(new Subscription(options, STORM_ROOM, seen), result);
        speakers.stop();
        Clock.sleep(0.5);
        live.stop();
        live.latency(0).brief("live", result);
        live.latency(1).brief("liveDuring", result);
        live.close();
        return result;
    }

    /** The first message, whose id is what all have seen, and those that all have missed. */
    private String publish() throws IOException {
        PostTemplate template = new PostTemplate(options, STORM_ROOM);
        try (Speaker speaker = new Speaker(options.target, template); Scout scout = new Scout(options, STORM_ROOM[0])) {
            speaker.say(Scout.PUBLISHER, 0);
            String id = scout.idOfFirstMessage();
            for (int i = 0; i < options.behind; i++) {
                speaker.say(0, behind.take(0, 0));
            }
            return id;
        }
    }

    private void storm(Subscription subscription, Json result) throws IOException, InterruptedException {
        Crowd crowd = new Crowd(subscription, options.readers, List.of(), options.subscribers);
        long rssBefore = server.residentBytes();
        double cpuBefore = server.cpuSeconds();
        long begun = System.nanoTime();
        during.begin(begun);
        double connectMillis = crowd.openAtOnce(options.subscribers, 1);
        crowd.awaitHeard((long) options.subscribers * options.behind, PATIENCE);
        during.end(System.nanoTime());
        result.put("resumeMillis", (crowd.heardAt() - begun) / 1e6)
                .put("replayed", crowd.heard())
                .put("refused", crowd.ended());
        server.cpu(cpuBefore, result);
        server.resident(rssBefore, server.residentBytes(), result);
        Clock.sleep(0.1);
        crowd.stop();
        Check.of(crowd.listening(), behind).into(result);
        result.put("connectMillis", connectMillis);
        crowd.close();
    }
}
