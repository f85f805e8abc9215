package chat.earshot.stream;

import chat.earshot.event.Room;
import chat.earshot.web.Capacity;
import chat.earshot.web.ConnectionLimits;
import chat.earshot.web.Refusal;
import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The places that streams take, in all, for each address and for each room, and no more than the limits have. Any thread. */
@Component
class Places {

    private static final Logger LOG = LoggerFactory.getLogger(Places.class);

    private static final Refusal FULL = Refusal.forNow(
            HttpStatus.SERVICE_UNAVAILABLE,
            "too-many-streams",
            "This server holds as many streams as it can. Try again soon.");
    private static final Refusal ADDRESS_FULL = Refusal.forNow(
            HttpStatus.TOO_MANY_REQUESTS,
            "too-many-streams-per-address",
            "Your address has as many streams open as one may. Close one, or try again soon.");
    private static final Refusal ROOM_FULL = Refusal.forNow(
            HttpStatus.SERVICE_UNAVAILABLE,
            "too-many-streams-per-room",
            "As many listen in this room as may. Try again soon.");

    private final Occupancy<Places> all;
    private final Occupancy<InetAddress> addresses;
    private final Occupancy<Room> rooms;

    Places(StreamLimits limits, ConnectionLimits connections) {
        all = new Occupancy<>(
                limits.streams() != null
                        ? limits.streams()
                        : Math.min(Capacity.ofThisProcess().streams(), connections.streams()));
        addresses = new Occupancy<>(limits.streamsPerAddress());
        rooms = new Occupancy<>(limits.streamsPerRoom());
    }

    /** @throws chat.earshot.web.RefusedException where one of the three is full */
    Place take(InetAddress address, Room room) {
        if (!addresses.enter(address)) {
            throw ADDRESS_FULL.asException();
        }
        if (!rooms.enter(room)) {
            addresses.leave(address);
            throw ROOM_FULL.asException();
        }
        if (!all.enter(this)) {
            addresses.leave(address);
            rooms.leave(room);
            throw FULL.asException();
        }
        return new Place(address, room);
    }

    /** Said once the server is open: a start that fails says one line and no more. */
    @EventListener(ApplicationReadyEvent.class)
    void sayHowMany() {
        LOG.info("There is room for {} streams (0: no limit); earshot.limits.streams sets it.", all.limit());
    }

    /** How many are taken: by each stream one of all, one of its address and one of its room. */
    int taken() {
        return all.count() + addresses.count() + rooms.count();
    }

    /** What one stream takes, until it is given back. */
    final class Place {

        private final InetAddress address;
        private final Room room;

        /** Set once, by whoever gives it back first. */
        private final AtomicBoolean free = new AtomicBoolean();

        private Place(InetAddress address, Room room) {
            this.address = address;
            this.room = room;
        }

        /** Gives it back; a second time changes nothing. Any thread. */
        void giveBack() {
            if (!free.getAndSet(true)) {
                addresses.leave(address);
                rooms.leave(room);
                all.leave(Places.this);
            }
        }
    }
}
