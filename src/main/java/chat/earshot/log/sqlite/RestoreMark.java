package chat.earshot.log.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Tells a restored backup from the log that was here: a small file beside the log that says which log it is, when the mark
 * itself was created, and how many events the log has ever taken. A log that has taken fewer than its mark says went back in
 * time, and a mark that says it was created at another instant is itself a copy, also where it was copied over the newer one:
 * each start makes a new mark. In both cases sequence numbers may already have been given to other events, so the rooms need
 * new epochs.
 *
 * <p>The count is written after each durable group, without a sync: after a power cut the mark may be behind the log, which
 * is harmless, and never ahead of it. Only one thread at a time uses it: the one that opens the log, then the writer.
 */
final class RestoreMark implements AutoCloseable {

    private static final int KEY_LENGTH = 32;
    private static final int COUNT_AT = KEY_LENGTH + Long.BYTES;
    private static final int LENGTH = COUNT_AT + Long.BYTES;
    private static final long NOT_KEPT = 0;

    private final FileChannel file;

    private RestoreMark(FileChannel file) {
        this.file = file;
    }

    /** Whether the mark was left by a log with this secret. */
    static boolean isOf(Path path, byte[] secret) throws IOException {
        return Files.isRegularFile(path)
                && Files.size(path) == LENGTH
                && Arrays.equals(Arrays.copyOf(Files.readAllBytes(path), KEY_LENGTH), keyOf(secret));
    }

    /** Whether the log with this secret, which has taken so many events, can be the one that left the mark. */
    static boolean fits(Path path, byte[] secret, long appended) throws IOException {
        if (!Files.isRegularFile(path) || Files.size(path) != LENGTH) {
            return false;
        }
        ByteBuffer mark = ByteBuffer.wrap(Files.readAllBytes(path));
        byte[] key = new byte[KEY_LENGTH];
        mark.get(key);
        long born = mark.getLong();
        return Arrays.equals(key, keyOf(secret))
                && (born == NOT_KEPT || born == creationTime(path))
                && mark.getLong() <= appended;
    }

    /** Leaves a new mark, which takes the place of any old one at once. */
    static RestoreMark leave(Path path, byte[] secret, long appended) throws IOException {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        FileChannel file = FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        ByteBuffer mark = ByteBuffer.allocate(LENGTH);
        mark.put(keyOf(secret)).putLong(keptCreationTime(fresh)).putLong(appended);
        file.write(mark.flip());
        file.force(true);
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
        return new RestoreMark(file);
    }

    /** Notes how many events the log has taken by now. */
    void note(long appended) throws IOException {
        file.write(ByteBuffer.allocate(Long.BYTES).putLong(appended).flip(), COUNT_AT);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** A file system that does not keep creation times answers with the time of the last change instead. */
    private static long keptCreationTime(Path path) throws IOException {
        FileTime longAgo = FileTime.fromMillis(0);
        Files.setLastModifiedTime(path, longAgo);
        long created = creationTime(path);
        return created == longAgo.to(TimeUnit.NANOSECONDS) ? NOT_KEPT : created;
    }

    private static long creationTime(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class)
                .creationTime()
                .to(TimeUnit.NANOSECONDS);
    }

    private static byte[] keyOf(byte[] secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
