package earshot.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server that is measured. Each run starts a fresh process of it. */
sealed interface Peer permits Earshot, Nchan, Express, SpringLoop {

    List<Peer> ALL = List.of(new Earshot(), new Nchan(), new Express(), new SpringLoop());

    static Optional<Peer> named(String name) {
        return ALL.stream().filter(peer -> peer.name().equals(name)).findFirst();
    }

    /** Also the name of its dialect in the load generator. */
    String name();

    /** Why it cannot be measured here, and how to get it; empty when it can. */
    Optional<String> missing();

    /** Builds it, where that is not done yet. */
    void prepare() throws IOException, InterruptedException;

    /** What starts it in the foreground. The directory is empty, and its own. */
    List<String> command(int port, Path directory) throws IOException;

    default Map<String, String> environment() {
        return Map.of();
    }

    default boolean onJvm() {
        return false;
    }

    /** The versions of what it is made of, for the report. */
    Map<String, String> versions();
}
