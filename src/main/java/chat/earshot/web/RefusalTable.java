package chat.earshot.web;

import java.util.Optional;

/** Says which refusal an expected exception of the program's own stands for. */
@FunctionalInterface
public interface RefusalTable {

    /** The refusal; empty for an exception that nobody expects. Any thread. */
    Optional<Refusal> refusalFor(Exception failure);
}
