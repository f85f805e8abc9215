package chat.earshot.jar;

import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process of the jar that is open, the address it has told, and the directory its log is in. */
record JarServer(JarProcess process, URI address, Path data) {

    private static final Pattern OPEN = Pattern.compile("Earshot is open: (http://localhost:[0-9]+/) ");

    /** Waits until it is open. */
    static JarServer of(JarProcess process, Path data) {
        String line = process.awaitLine("Earshot is open");
        Matcher address = OPEN.matcher(line);
        if (!address.find()) {
            throw new AssertionError("No address in: " + line);
        }
        return new JarServer(process, URI.create(address.group(1)), data);
    }

    int port() {
        return address.getPort();
    }

    /** SIGTERM, and waits until it is gone. */
    JarProcess.Exit terminate() {
        process.terminate();
        return process.awaitExit();
    }
}
