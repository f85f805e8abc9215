package chat.earshot.event;

/** A name that no room can have. Its message tells the caller what a name looks like, and never repeats the input. */
public class InvalidRoomException extends IllegalArgumentException {

    InvalidRoomException() {
        super("A room's name is 1 to 64 of a-z, 0-9, - and _, and begins with a letter or digit.");
    }
}
