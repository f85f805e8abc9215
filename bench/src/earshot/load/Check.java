package earshot.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What went wrong over all subscribers that read. */
record Check(long lost, long repeated, long misordered, long disagreeing) {
    static Check of(List<Subscriber> subscribers, Ledger ledger) {
        long lost = 0;
        long repeated = 0;
        long misordered = 0;
        for (Subscriber subscriber : subscribers) {
            lost += subscriber.tally.lost(ledger, subscriber.room);
            repeated += subscriber.tally.repeated();
            misordered += subscriber.tally.misordered();
        }
        return new Check(lost, repeated, misordered, disagreeing(subscribers));
    }

    /** Those whose order is not the most common one of their room. */
    private static long disagreeing(List<Subscriber> subscribers) {
        Map<Integer, Map<Long, Long>> orders = new HashMap<>();
        for (Subscriber subscriber : subscribers) {
            orders.computeIfAbsent(subscriber.room, room -> new HashMap<>()).merge(subscriber.tally.order(), 1L, Long::sum);
        }
        long agreeing = orders.values().stream()
                .mapToLong(counts -> counts.values().stream().mapToLong(Long::longValue).max().orElse(0))
                .sum();
        return subscribers.size() - agreeing;
    }

    void into(Json result) {
        result.put("lost", lost).put("repeated", repeated).put("misordered", misordered).put("disagreeing", disagreeing);
    }
}
