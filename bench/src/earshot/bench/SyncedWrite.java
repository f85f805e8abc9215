package earshot.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** What the disk itself takes for the least that a durable message needs: 4 KB appended and synced (fdatasync). */
final class SyncedWrite {

    private static final int TIMES = 300;
    private static final int SIZE = 4096;

    private SyncedWrite() {}

    /** In microseconds, as a median. */
    static double median(Path directory) throws IOException {
        Path file = directory.resolve("synced");
        double[] micros = new double[TIMES];
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int i = 0; i < TIMES; i++) {
                long start = System.nanoTime();
                channel.write(ByteBuffer.allocate(SIZE));
                channel.force(false);
                micros[i] = (System.nanoTime() - start) / 1e3;
            }
        } finally {
            Files.deleteIfExists(file);
        }
        Arrays.sort(micros);
        return micros[TIMES / 2];
    }
}
