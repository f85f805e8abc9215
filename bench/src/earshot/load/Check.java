package earshot.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What went wrong over all subscribers that read. */
record Check(long lost, long repeated, long misordered, long disagreeing) {
    /** The order in which one subscriber of a room heard its messages. */
    record Order(int room, long hash) {}

    static Check of(List<Subscriber> subscribers, Ledger ledger) {
        long lost = 0;
        long repeated = 0;
        long misordered = 0;
        List<Order> orders = new ArrayList<>();
        for (Subscriber subscriber : subscribers) {
            lost += subscriber.tally.lost(ledger, subscriber.room);
            repeated += subscriber.tally.repeated();
            misordered += subscriber.tally.misordered();
            orders.add(new Order(subscriber.room, subscriber.tally.order()));
        }
        return new Check(lost, repeated, misordered, disagreeing(orders));
    }

    /** Those whose order is not the most common one of their room. */
    static long disagreeing(List<Order> all) {
        Map<Integer, Map<Long, Long>> rooms = new HashMap<>();
        for (Order one : all) {
            rooms.computeIfAbsent(one.room(), room -> new HashMap<>()).merge(one.hash(), 1L, Long::sum);
        }
        long agreeing = rooms.values().stream()
                .mapToLong(hashes -> Collections.max(hashes.values()))
                .sum();
        return all.size() - agreeing;
    }

    void into(Json result) {
        result.put("lost", lost).put("repeated", repeated).put("misordered", misordered).put("disagreeing", disagreeing);
    }
}
