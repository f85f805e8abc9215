package chat.earshot.stream;

import chat.earshot.RunningServer;
import chat.earshot.testing.Entry;
import chat.earshot.testing.EventStream;
import chat.earshot.testing.History;
import chat.earshot.testing.SseBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Listens until it hears the last message, and has its line cut at random instants before. */
final class StormReader implements Callable<Void> {

    /** What is said when all else has been said. */
    static final String LAST = "the last message";

    private static final int MOST_BLOCKS = 60;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final RunningServer server;
    private final String room;
    private final String name;
    private final History history;
    private final SplittableRandom random;
    private boolean heardAll;

    StormReader(RunningServer server, String room, int number, History history) {
        this.server = server;
        this.room = room;
        this.name = "reader-" + number;
        this.history = history;
        this.random = new SplittableRandom(number);
    }

    @Override
    public Void call() {
        EventStream stream = server.listen(room);
        while (true) {
            listen(stream);
            if (heardAll) {
                stream.close();
                return null;
            }
            cut(stream);
            stream = stream.reconnect();
        }
    }

    private void listen(EventStream stream) {
        int count = random.nextInt(MOST_BLOCKS);
        for (int i = 0; i < count && !heardAll; i++) {
            record(stream.next());
        }
    }

    private void cut(EventStream stream) {
        if (random.nextBoolean()) {
            stream.abort();
        } else {
            stream.close();
        }
        stream.drain().forEach(this::record);
    }

    private void record(SseBlock block) {
        if (block.type().equals("gap")) {
            history.gap(name, block.id());
        } else if (block.isEvent()) {
            Entry entry = entry(JSON.readTree(block.data()));
            history.heard(name, block.id(), entry.content());
            heardAll |= entry.content().equals(LAST);
        } else if (block.id() != null) {
            history.resumed(name, block.id());
        }
    }

    /** All that the log holds after this position, page by page. */
    static List<Entry> log(RunningServer server, String room, String start) {
        List<Entry> all = new ArrayList<>();
        String cursor = start;
        JsonNode page;
        do {
            String path = "/messages?limit=200&room=" + room + "&after=" + cursor;
            page = JSON.readTree(server.client().get(path).body());
            page.get("events").forEach(event -> all.add(entry(event)));
            cursor = all.getLast().id();
        } while (page.get("newer").booleanValue());
        return all;
    }

    private static Entry entry(JsonNode event) {
        return new Entry(event.get("id").stringValue(), event.get("text").stringValue());
    }
}
