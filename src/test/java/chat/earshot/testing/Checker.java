package chat.earshot.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges a whole {@link History} against the promises about order and loss, in O(n log n). To be called when writers and
 * readers have come to rest.
 */
public final class Checker {

    private Checker() {}

    /**
     * Everything that is wrong; empty where all is well.
     *
     * @throws IllegalStateException where {@link History#inLog} was never called: nothing could be missed then
     */
    public static List<Violation> check(History history) {
        List<Violation> found = new ArrayList<>();
        synchronized (history) {
            new ContentCheck(history, found).check();
            new OrderCheck(history, found).check();
            checkLog(history.log(), found);
            checkReaders(history.readers(), found);
        }
        return found;
    }

    /** The log is read like a stream, one for each epoch. */
    private static void checkLog(List<Entry> log, List<Violation> found) {
        Map<String, ReaderChain> chains = new HashMap<>();
        for (Entry entry : log) {
            chains.computeIfAbsent(entry.position().epoch(), first -> new ReaderChain("the log", found))
                    .follow(entry);
        }
    }

    private static void checkReaders(Map<String, List<Step>> readers, List<Violation> found) {
        readers.forEach((reader, steps) -> {
            ReaderChain chain = new ReaderChain(reader, found);
            steps.forEach(chain::follow);
        });
    }
}
