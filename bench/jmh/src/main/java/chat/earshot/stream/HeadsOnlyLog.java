package chat.earshot.stream;

import chat.earshot.event.Draft;
import chat.earshot.event.Event;
import chat.earshot.event.EventId;
import chat.earshot.event.IdempotencyKey;
import chat.earshot.event.Room;
import chat.earshot.log.Appended;
import chat.earshot.log.EventLog;
import chat.earshot.log.Head;
import chat.earshot.log.Heads;
import chat.earshot.log.PageLimit;
import chat.earshot.log.RoomSummary;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A log that knows where its rooms stand and nothing else: whoever is up to date asks for no more. */
record HeadsOnlyLog(Heads heads) implements EventLog {

    @Override
    public Head head(Room room) {
        return heads.of(room);
    }

    @Override
    public CompletableFuture<Appended> append(Draft draft, @Nullable IdempotencyKey key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Room> roomOf(EventId id) {
        return heads.roomOf(id.epoch());
    }

    @Override
    public List<Event> after(Room room, long sequence, PageLimit limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Event> before(Room room, long sequence, PageLimit limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<RoomSummary> rooms(int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isWritable() {
        return true;
    }
}
