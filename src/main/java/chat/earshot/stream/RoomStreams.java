package chat.earshot.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * One room's open subscribers, spread over the lanes of the deliverers: a small room stays in one lane, so that one thread need
 * be woken for it; a large one is shared out evenly.
 *
 * <p>Subscribers are added and removed by one thread at a time (the registry's {@code compute}); any thread reads.
 */
final class RoomStreams {

    /** By how many subscribers a lane may have more than another. */
    private static final int SHARE = 64;

    private final List<Set<Subscriber>> lanes = new ArrayList<>();
    private final int home;

    RoomStreams(int lanes, int home) {
        for (int lane = 0; lane < lanes; lane++) {
            this.lanes.add(ConcurrentHashMap.newKeySet());
        }
        this.home = home;
    }

    void add(Subscriber subscriber) {
        Set<Subscriber> chosen = lanes.get(home);
        for (Set<Subscriber> lane : lanes) {
            if (lane.size() + SHARE <= chosen.size()) {
                chosen = lane;
            }
        }
        chosen.add(subscriber);
    }

    /** Takes out this very subscriber; false where it is not here. */
    boolean remove(Subscriber subscriber) {
        return lanes.stream().anyMatch(lane -> lane.remove(subscriber));
    }

    int count() {
        int count = 0;
        for (Set<Subscriber> lane : lanes) {
            count += lane.size();
        }
        return count;
    }

    Set<Subscriber> lane(int lane) {
        return lanes.get(lane);
    }

    void forEach(Consumer<Subscriber> action) {
        lanes.forEach(lane -> lane.forEach(action));
    }
}
