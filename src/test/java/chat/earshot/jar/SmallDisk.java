package chat.earshot.jar;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A file system with an end, and what fills it. One thread. */
final class SmallDisk implements AutoCloseable {

    private static final String SIZE = "12m";

    private final Path folder;
    private final Path filler;

    private SmallDisk(Path folder) {
        this.folder = folder;
        this.filler = folder.resolve("filler");
    }

    /** One that somebody else has mounted, and will take down. */
    static SmallDisk at(Path mounted) {
        return new SmallDisk(mounted);
    }

    /** One of a few megabytes, in memory. A test that asks for it is skipped where the machine does not let it have any. */
    static SmallDisk mount() throws IOException {
        Path folder = Files.createTempDirectory("earshot-disk-");
        String refused = run("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", folder.toString());
        if (!refused.isEmpty()) {
            Files.delete(folder);
            System.out.println("SKIPPED what needs a small file system: " + refused.strip());
            Assumptions.abort(refused);
        }
        return new SmallDisk(folder);
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    /** Takes all the room that is left. */
    void fill() {
        try (OutputStream out = Files.newOutputStream(filler)) {
            byte[] block = new byte[4_096];
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            // as is due
        }
    }

    void free() {
        try {
            Files.deleteIfExists(filler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes one down that was mounted here. */
    @Override
    public void close() throws IOException {
        String refused = run("umount", folder.toString());
        if (!refused.isEmpty()) {
            throw new IOException(refused);
        }
        Files.delete(folder);
    }

    /** What it has to say against it; empty where it did as told. */
    private static String run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes());
            return process.onExit().join().exitValue() == 0 ? "" : command[0] + " refused: " + said;
        } catch (IOException missing) {
            return missing.toString();
        }
    }
}
