package chat.earshot.jar;

import java.util.EnumSet;
import java.util.List;

/** What happens to the server, its disk, its lines and its readers while they are at work. */
enum Fault {
    KILL,
    TERMINATE,
    /** The process stands still for some seconds, and then goes on as if nothing had been. */
    STALL,
    /** Half of the lines break, several times. */
    CUT,
    /** A third of the readers stop reading, others come who never begin; they go on when the next fault is over. */
    REST,
    FULL_DISK,
    KILL_ON_A_FULL_DISK;

    /** Those that fill no disk. */
    static List<Fault> onAnyDisk() {
        return List.copyOf(EnumSet.complementOf(EnumSet.of(FULL_DISK, KILL_ON_A_FULL_DISK)));
    }
}
