package chat.earshot.event;

import java.util.regex.Pattern;

/** A named stream of events. */
public record Room(String name) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

    /** The room where none is named. */
    public static final Room LOBBY = new Room("lobby");

    /** @throws InvalidRoomException if the name is not one a room can have */
    public Room {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidRoomException();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
