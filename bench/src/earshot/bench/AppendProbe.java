package earshot.bench;

import java.io.IOException;
import java.util.Map;

/** POSTs that nobody hears, beside what the disk takes for one synced write in the same folder just before. */
record AppendProbe() implements Probe {

    @Override
    public Map<String, Object> measure(Trial trial) throws IOException, InterruptedException {
        try (Server server = trial.start()) {
            double synced = SyncedWrite.median(server.directory());
            Map<String, Object> figures = trial.generator(server).run(trial.length());
            figures.put("syncedWrite", synced);
            figures.put("postPerSyncedWrite", (double) figures.get("post.p50") / synced);
            return figures;
        }
    }
}
