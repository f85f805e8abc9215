package earshot.load;

import java.io.IOException;

/** One way to measure a server. */
interface Scenario {
    Json run() throws IOException, InterruptedException;

    static Scenario of(Options options) throws IOException {
        return switch (options.scenario) {
            case "load" -> new LoadScenario(options);
            case "connect" -> new ConnectScenario(options);
            case "idle" -> new IdleScenario(options);
            case "resume" -> new ResumeScenario(options);
            default -> throw new IllegalArgumentException("no such scenario: " + options.scenario);
        };
    }

    /** What every result begins with. */
    static Json result(Options options) {
        return new Json()
                .put("scenario", options.scenario)
                .put("dialect", options.dialect.name().toLowerCase())
                .put("subscribers", options.subscribers);
    }
}
