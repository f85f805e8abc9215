package chat.earshot.jar;

import chat.earshot.testing.ChatClient;
import chat.earshot.testing.ChatClient.Answer;
import chat.earshot.testing.History;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Says one thing after the other, each one to five times at once under one key. Where the outcome of any of these is not
 * known it says the same again, once there is a server and after as long as it was told to wait, until it knows.
 */
final class Speaker implements Runnable {

    private static final int MOST_AT_ONCE = 5;

    private final String name;
    private final String room;
    private final ChatClient client;
    private final History history;
    private final Uptime uptime;
    private final Consumer<Answer> answered;
    private Duration rest = Duration.ZERO;
    private volatile boolean stopped;

    /** @param answered told of each answer before anything else is done about it, by whoever hears it */
    Speaker(String name, String room, ChatClient client, History history, Uptime uptime, Consumer<Answer> answered) {
        this.name = name;
        this.room = room;
        this.client = client;
        this.history = history;
        this.uptime = uptime;
        this.answered = answered;
    }

    /** Has it pause after each thing that it has said, for so long at most. To be said before it runs. */
    Speaker restingFor(Duration most) {
        rest = most;
        return this;
    }

    /** What it has begun to say it still says. */
    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        for (int n = 1; !stopped; n++) {
            say(name + "-" + n);
            pause(ThreadLocalRandom.current().nextLong(rest.toNanos() + 1));
        }
    }

    /** Until its outcome is known. */
    void say(String text) {
        while (!isKnown(text, ThreadLocalRandom.current().nextInt(1, MOST_AT_ONCE + 1))) {
            uptime.await();
        }
    }

    private boolean isKnown(String text, int times) {
        try (ExecutorService attempts = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> attempt = () -> attempt(text);
            List<Future<Boolean>> answered = attempts.invokeAll(Collections.nCopies(times, attempt));
            return answered.stream().allMatch(Future::resultNow);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while speaking", e);
        }
    }

    /** Whether its outcome is known. */
    private boolean attempt(String text) {
        history.sent(text, room, text, System.nanoTime());
        try {
            Answer answer = client.postWithKey(text, text, room);
            answered.accept(answer);
            return isKnown(text, answer);
        } catch (UncheckedIOException e) {
            history.unknown(text);
            return false;
        }
    }

    private boolean isKnown(String text, Answer answer) {
        if (answer.status() / 100 == 2 && answer.id() != null) {
            history.acknowledged(text, answer.id(), System.nanoTime());
        } else if (answer.status() / 100 == 4) {
            history.refused(text, System.nanoTime());
        } else {
            history.unknown(text);
            answer.header("Retry-After")
                    .map(Long::parseLong)
                    .map(TimeUnit.SECONDS::toNanos)
                    .ifPresent(Speaker::pause);
            return false;
        }
        return true;
    }

    private static void pause(long nanos) {
        LockSupport.parkNanos(nanos);
    }
}
