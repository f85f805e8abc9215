package chat.earshot.log.sqlite;

import chat.earshot.event.Room;
import chat.earshot.log.Head;

/** A room as its row has it. */
record RoomRow(long id, Room room, Head head) {

    RoomRow at(Head next) {
        return new RoomRow(id, room, next);
    }
}
