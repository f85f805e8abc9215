package earshot.bench;

import java.io.IOException;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;

/** What an open stream costs in memory while nothing is said. */
record IdleProbe() implements Probe {

    @Override
    public Map<String, Object> measure(Trial trial) throws IOException, InterruptedException {
        try (Server server = trial.start()) {
            OptionalDouble before = heap(trial, server);
            var open = new AtomicReference<>(OptionalDouble.empty());
            Map<String, Object> figures = trial.generator(server)
                    .whenHolding(() -> open.set(heap(trial, server)))
                    .run(trial.length());
            double streams = trial.variant().number("subscribers");
            if (open.get().isPresent() && before.isPresent()) {
                figures.put("heapBefore", before.getAsDouble());
                figures.put("heap", open.get().getAsDouble());
                figures.put("heapPerStream", (open.get().getAsDouble() - before.getAsDouble()) / streams);
            }
            double grown = (double) figures.get("serverRss") - (double) figures.get("serverRssBefore");
            figures.put("rssPerStream", grown / streams);
            return figures;
        }
    }

    private static OptionalDouble heap(Trial trial, Server server) {
        return trial.peer().onJvm() ? Heap.live(server.pid()) : OptionalDouble.empty();
    }

    @Override
    public int overhead() {
        return 9;
    }
}
