package chat.earshot.page;

/**
 * One line of the list of rooms.
 *
 * @param address where it is, seen from the page that lists it
 * @param current whether the page that lists it is this room's
 */
record RoomLink(String name, String address, boolean current) {

    /** What the script clones: the same markup with nothing in it. */
    static RoomLink blank() {
        return new RoomLink("", "", false);
    }
}
