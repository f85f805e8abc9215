package earshot.bench;

import java.io.IOException;
import java.util.Map;

/** Whether memory stays flat under a steady load. Its full collections show in the latency's tail. */
record SoakProbe() implements Probe {

    private static final int SAMPLES = 20;

    @Override
    public Map<String, Object> measure(Trial trial) throws IOException, InterruptedException {
        try (Server server = trial.start()) {
            var memory = new Memory(server.pid());
            Thread sampler = Thread.ofVirtual().start(() -> sampleOften(trial, memory));
            Map<String, Object> figures = trial.generator(server).run(trial.length());
            sampler.interrupt();
            sampler.join();
            memory.rssSlope().ifPresent(slope -> figures.put("rssSlope", slope));
            memory.heapSlope().ifPresent(slope -> figures.put("heapSlope", slope));
            figures.put("memory", memory.toString());
            return figures;
        }
    }

    private static void sampleOften(Trial trial, Memory memory) {
        try {
            Thread.sleep(1000L * trial.size().warmup());
            while (true) {
                memory.sample(trial.peer().onJvm());
                Thread.sleep(1000L * trial.size().seconds() / SAMPLES);
            }
        } catch (InterruptedException | IOException over) {
            // The load has ended, or the server has; the generator's figures tell which.
        }
    }
}
