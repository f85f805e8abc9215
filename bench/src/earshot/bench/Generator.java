package earshot.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The load generator, in a process of its own. */
final class Generator {

    private static final int LONGEST_MINUTES = 4;
    /** What it prints while it holds its streams still. */
    private static final String HOLDING = "HOLDING";

    private final List<String> command = new ArrayList<>();
    private Runnable whenHolding = () -> {};

    Generator(Peer peer, Server server) {
        command.addAll(List.of(Jdk.java(), "-Xmx2g", "-XX:+UseParallelGC"));
        command.addAll(List.of("-cp", Project.BENCH.resolve("target/classes").toString(), "earshot.load.Load"));
        with("target", "127.0.0.1:" + server.port());
        with("dialect", peer.name());
        with("pids", server.pid());
    }

    Generator with(String key, Object value) {
        command.add(key + "=" + value);
        return this;
    }

    Generator with(Map<String, String> options) {
        options.forEach(this::with);
        return this;
    }

    /** Called from the thread that reads its messages. */
    Generator whenHolding(Runnable action) {
        whenHolding = action;
        return this;
    }

    /** Runs it to its end and returns the figures. */
    Map<String, Object> run(int seconds) throws IOException, InterruptedException {
        Path figures = Project.target("logs").resolve("load.json");
        Process process = Children.start(new ProcessBuilder(command).redirectOutput(figures.toFile()));
        List<String> said = new ArrayList<>();
        Thread listener = Thread.ofVirtual().start(() -> listen(process, said));
        boolean ended = process.waitFor(seconds + 60L * LONGEST_MINUTES, TimeUnit.SECONDS);
        Children.stop(process);
        listener.join();
        String printed = Files.readString(figures).strip();
        if (!ended || process.exitValue() != 0 || !printed.startsWith("{")) {
            throw new IOException("the load generator failed: " + (said.isEmpty() ? "no word" : said.getLast()));
        }
        return Json.read(printed);
    }

    private void listen(Process process, List<String> said) {
        try (BufferedReader lines = process.errorReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.contains(HOLDING)) {
                    whenHolding.run();
                }
            }
        } catch (IOException ended) {
            // It was stopped; run() sees that.
        }
    }
}
