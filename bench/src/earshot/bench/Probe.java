package earshot.bench;

import java.io.IOException;
import java.util.Map;

/** A way to measure: starts a fresh server, takes the figures, and stops it. */
interface Probe {

    Map<String, Object> measure(Trial trial) throws IOException, InterruptedException;

    /** Seconds it takes beside warm-up and measurement, for the estimate. */
    default int overhead() {
        return 6;
    }
}
