package earshot.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** From the command to the first answer, with an empty log. */
record StartProbe() implements Probe {

    static final String WITH_CACHE = "AOT cache";

    @Override
    public Map<String, Object> measure(Trial trial) throws IOException, InterruptedException {
        int port = Server.freePort();
        Path directory = Project.freshDirectory(trial.peer().name());
        List<String> command = command(trial, port, directory);
        long start = System.nanoTime();
        try (Server server = Server.launch(trial.peer(), trial.label(), command, port, directory)) {
            server.awaitAnswer("/messages");
            return Map.of("startMillis", (System.nanoTime() - start) / 1e6);
        }
    }

    private static List<String> command(Trial trial, int port, Path directory) throws IOException, InterruptedException {
        return trial.variant().label().equals(WITH_CACHE)
                ? AotCache.command(port, directory)
                : trial.peer().command(port, directory);
    }

    @Override
    public int overhead() {
        return 3;
    }
}
