package chat.earshot.stream;

import chat.earshot.RunningServer;
import chat.earshot.testing.ChatClient.Answer;
import chat.earshot.testing.History;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Says one thing after the other, each with a key of its own and in one to three attempts at once. */
final class StormWriter implements Callable<Void> {

    private static final int MESSAGES = 40;
    private static final int MOST_ATTEMPTS = 3;

    private final RunningServer server;
    private final String room;
    private final String name;
    private final History history;
    private final SplittableRandom random;

    StormWriter(RunningServer server, String room, String name, History history) {
        this.server = server;
        this.room = room;
        this.name = name;
        this.history = history;
        this.random = new SplittableRandom(name.hashCode());
    }

    @Override
    public Void call() {
        for (int i = 0; i < MESSAGES; i++) {
            say(name + " says " + i);
        }
        return null;
    }

    /** Returns once each attempt is answered. */
    void say(String text) {
        try (ExecutorService attempts = Executors.newVirtualThreadPerTaskExecutor()) {
            int count = random.nextInt(1, MOST_ATTEMPTS + 1);
            for (int i = 0; i < count; i++) {
                attempts.submit(() -> attempt(text));
            }
        }
    }

    private void attempt(String text) {
        String key = text.replace(' ', '-');
        history.sent(key, room, text, System.nanoTime());
        Answer answer = server.client().postWithKey(key, text, room);
        if (answer.id() != null) {
            history.acknowledged(key, answer.id(), System.nanoTime());
        } else if (answer.status() < 500) {
            history.refused(key, System.nanoTime());
        } else {
            history.unknown(key);
        }
    }
}
