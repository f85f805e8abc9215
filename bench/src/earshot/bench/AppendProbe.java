package earshot.bench;

import java.io.IOException;
import java.util.Map;

/** POSTs that nobody hears, beside what one synced commit takes, and one synced write, in the same folder just before. */
record AppendProbe() implements Probe {

    @Override
    public Map<String, Object> measure(Trial trial) throws IOException, InterruptedException {
        try (Server server = trial.start()) {
            double write = SyncedWrite.median(server.directory());
            double commit = SyncedCommit.median(server.directory());
            Map<String, Object> figures = trial.generator(server).run(trial.length());
            figures.put("syncedWrite", write);
            figures.put("syncedCommit", commit);
            figures.put("postPerSyncedCommit", (double) figures.get("post.p50") / commit);
            return figures;
        }
    }
}
