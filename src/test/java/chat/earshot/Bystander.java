package chat.earshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.earshot.testing.Deadline;
import chat.earshot.testing.EventStream;
import chat.earshot.testing.SseBlock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ConditionFactory;

/**
 * Someone who listens in a room while bad requests are sent, and sees what they left behind: something stored, in whichever
 * room; something heard; a place that a stream has taken; a next good request that fails. {@link #close} looks too, so after each
 * test of a class that has one all of it is looked at. (A logged ERROR fails every {@link EarshotTest}.) One thread.
 */
public final class Bystander implements AutoCloseable {

    /** Rooms that are looked at besides their own, the latest first: fewer than the server lists at most. */
    private static final int ROOMS = 100;

    private static final Duration OFTEN = Duration.ofMillis(10);
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private final RunningServer server;
    private final String room;
    private final String address = "X-Forwarded-For: 2001:db8:0:%x::1".formatted(ADDRESSES.incrementAndGet());
    private final int taken;
    private final EventStream stream;
    private final List<String> elsewhere;

    public Bystander(RunningServer server) {
        this(server, server.newRoom());
    }

    /** In a room that has been spoken in. */
    public Bystander(RunningServer server, String room) {
        this.server = server;
        this.room = room;
        this.taken = server.takenPlaces();
        this.stream = server.listen(room);
        this.elsewhere = elsewhere();
    }

    public String room() {
        return room;
    }

    /** That the request was refused so; {@link #close} sees to the rest. */
    public void assertRefused(Reply reply, int status, String problem) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.problem()).isEqualTo(problem);
        assertThat(reply.header("Content-Type")).contains("application/problem+json");
        assertThat(reply.text("detail")).isNotBlank();
    }

    /** That these have been heard next; {@link #close} sees that they were all. */
    public void assertHeard(List<String> ids) {
        assertThat(stream.takeEvents(ids.size())).extracting(SseBlock::id).isEqualTo(ids);
    }

    /**
     * That the next good request works, that it is the first to be stored and heard here since something was heard last, and that
     * nothing was stored elsewhere: what was on its way to the log has been written before it. Gives its answer.
     */
    public Reply assertNothingHappened() {
        long before = sequence(stream.lastEventId());
        Reply next = next();
        assertThat(next.status()).as(next.body()).isEqualTo(201);
        assertThat(sequence(next.text("id")))
                .as("what the next one is in its room")
                .isEqualTo(before + 1);
        assertThat(stream.nextEvent().id()).isEqualTo(next.text("id"));
        assertThat(elsewhere()).as("rooms, and what was said last").isEqualTo(elsewhere);
        return next;
    }

    /** Looks around, and goes. Fails where more places are taken then than when it came. */
    @Override
    public void close() {
        try {
            assertNothingHappened();
        } finally {
            stream.abort();
        }
        soon().until(this::isNoPlaceTaken);
    }

    /** What is said makes the server notice at once that a reader has gone. */
    private boolean isNoPlaceTaken() {
        assertThat(next().status()).isEqualTo(201);
        return server.takenPlaces() <= taken;
    }

    /** From an address that nobody else has; where all have one it waits for its turn. */
    private Reply next() {
        String json = "{\"text\":\"next\",\"author\":\"ann\",\"room\":\"" + room + "\"}";
        return soon().until(
                        () -> server.post("/messages", "application/json", json, address),
                        reply -> reply.status() != 429);
    }

    private static ConditionFactory soon() {
        return await().pollDelay(Duration.ZERO).pollInterval(OFTEN).atMost(Deadline.GENEROUS);
    }

    private List<String> elsewhere() {
        return server.get("/rooms")
                .json()
                .valueStream()
                .filter(each -> !each.get("room").stringValue().equals(room))
                .map(each -> each.get("head").stringValue())
                .limit(ROOMS)
                .toList();
    }

    private static long sequence(String id) {
        return Long.parseLong(id.substring(id.indexOf('-') + 1));
    }
}
