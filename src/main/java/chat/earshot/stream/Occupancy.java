package chat.earshot.stream;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many are inside, for each key; nothing is kept of a key that nobody is inside of. Thread-safe. */
final class Occupancy<K> {

    private final int limit;
    private final Map<K, Integer> inside = new ConcurrentHashMap<>();

    /** @param limit how many may be inside of one key; 0 for any number */
    Occupancy(int limit) {
        this.limit = limit;
    }

    /** False where it is full; then nothing has changed. */
    boolean enter(K key) {
        boolean[] entered = {false};
        inside.compute(key, (_, count) -> {
            int now = count == null ? 0 : count;
            entered[0] = limit == 0 || now < limit;
            return entered[0] ? Integer.valueOf(now + 1) : count;
        });
        return entered[0];
    }

    int limit() {
        return limit;
    }

    /** How many are inside, of all keys; those who come and go meanwhile are counted or not. */
    int count() {
        return inside.values().stream().mapToInt(Integer::intValue).sum();
    }

    void leave(K key) {
        inside.computeIfPresent(key, (_, count) -> count == 1 ? null : count - 1);
    }
}
