package chat.earshot.log.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The folder the log lives in, held by one process at a time: a lock that the system lets go when the process ends. */
final class DataDirectory implements AutoCloseable {

    private final Path path;
    private final FileChannel lockFile;

    private DataDirectory(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /**
     * Makes the folder if there is none, for its owner alone, and takes its lock.
     *
     * @throws LogUnusableException if it cannot be made or another process holds it
     */
    static DataDirectory hold(Path path) {
        try {
            Files.createDirectories(path, forItsOwner());
            return new DataDirectory(path, lock(path));
        } catch (IOException e) {
            throw new LogUnusableException(
                    "the data directory " + path + " cannot be used (" + e + "). Make it writable or set"
                            + " earshot.data-dir.",
                    e);
        }
    }

    Path resolve(String file) {
        return path.resolve(file);
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new LogUnusableException("the lock on " + path + " could not be let go", e);
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel file = FileChannel.open(
                path.resolve("earshot.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        if (tryLock(file) == null) {
            String holder = read(file);
            file.close();
            throw new LogUnusableException("another Earshot (process " + holder + ") uses the data directory " + path
                    + ". Stop it, or give this one its own with earshot.data-dir.");
        }
        file.truncate(0);
        file.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return file;
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) { // this very process holds it
            return null;
        }
    }

    private static String read(FileChannel file) throws IOException {
        ByteBuffer pid = ByteBuffer.allocate(20);
        file.read(pid, 0);
        return new String(pid.array(), 0, pid.position(), StandardCharsets.US_ASCII);
    }

    private static FileAttribute<?>[] forItsOwner() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
