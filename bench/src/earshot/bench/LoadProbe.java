package earshot.bench;

import java.io.IOException;
import java.util.Map;

/** What the load generator measures by itself. */
record LoadProbe() implements Probe {

    @Override
    public Map<String, Object> measure(Trial trial) throws IOException, InterruptedException {
        try (Server server = trial.start()) {
            return trial.generator(server).run(trial.length());
        }
    }
}
