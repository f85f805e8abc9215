package chat.earshot.log;

import chat.earshot.event.Room;

/** Who wants to know that a room's head has moved. */
@FunctionalInterface
public interface HeadFollower {

    /** Called on the log's writer thread once the events can be read; returns at once. */
    void headMoved(Room room);
}
