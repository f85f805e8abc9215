package chat.earshot.page;

import chat.earshot.event.EventId;
import chat.earshot.event.Room;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where a page is and what it links to, all of it relative: so links survive a context path and a prefix that a proxy adds
 * and the server never sees. There is no {@code <base>}, the content security policy forbids one.
 *
 * @param root from the address that is asked for to the top of the server: {@code ./} or {@code ../}
 * @param author the name that links carry on, so that a browser without script keeps it; empty for none
 */
record PageAddress(String root, Room room, String author) {

    /** Seen from {@code /} or {@code /messages}. */
    static PageAddress atTop(Room room, String author) {
        return new PageAddress("./", room, author);
    }

    /** Seen from {@code /rooms/…}. */
    static PageAddress inRoom(Room room, String author) {
        return new PageAddress("../", room, author);
    }

    /** Another room's, seen from the same place. */
    PageAddress of(Room other) {
        return new PageAddress(root, other, author);
    }

    /** This room with its newest messages. */
    public String newest() {
        return author.isEmpty() ? path() : path() + "?author=" + encoded(author);
    }

    public String messages() {
        return root + "messages?room=" + room;
    }

    String before(EventId id) {
        return at("before", id);
    }

    String after(EventId id) {
        return at("after", id);
    }

    private String at(String cursor, EventId id) {
        String link = path() + "?" + cursor + "=" + id;
        return author.isEmpty() ? link : link + "&author=" + encoded(author);
    }

    private String path() {
        return room.equals(Room.LOBBY) ? root : root + "rooms/" + room;
    }

    private static String encoded(String author) {
        return URLEncoder.encode(author, StandardCharsets.UTF_8);
    }
}
