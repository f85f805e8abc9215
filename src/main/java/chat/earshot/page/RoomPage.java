package chat.earshot.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything {@code room.html} shows.
 *
 * @param last the position the page ends with; what comes after it comes by stream
 * @param live whether that is the newest one; an older page stands still
 * @param older where older events are, if any are kept
 * @param newer where newer events are, on a page that is not the newest
 * @param curl the command that speaks here
 * @param rooms where else one can go
 * @param refusedRoom what was asked for and is no name that a room can have
 */
record RoomPage(
        PageAddress address,
        List<ShownRow> rows,
        String last,
        boolean live,
        @Nullable String older,
        @Nullable String newer,
        String curl,
        Composer composer,
        List<RoomLink> rooms,
        @Nullable String refusedRoom) {

    public String root() {
        return address.root();
    }

    public String room() {
        return address.room().name();
    }

    /** For the templates that the script clones. */
    public ShownRow blank() {
        return ShownRow.blank();
    }

    public RoomLink blankRoom() {
        return RoomLink.blank();
    }

    RoomPage refusing(String room) {
        return new RoomPage(address, rows, last, live, older, newer, curl, composer, rooms, room);
    }
}
