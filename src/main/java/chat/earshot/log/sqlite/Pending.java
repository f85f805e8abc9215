package chat.earshot.log.sqlite;

import chat.earshot.event.Draft;
import chat.earshot.event.IdempotencyKey;
import chat.earshot.log.AppendException;
import chat.earshot.log.Appended;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A draft that waits for its commit. Its content is encoded by the thread that posts it, so the writer need not.
 *
 * @param content as {@link Draft#content()} gives it
 * @param fingerprint what the key stands for; empty without a key
 * @param since when it began to wait, in System.nanoTime
 */
record Pending(
        Draft draft,
        String content,
        @Nullable IdempotencyKey key,
        byte[] fingerprint,
        long since,
        CompletableFuture<Appended> outcome) {

    static Pending of(Draft draft, @Nullable IdempotencyKey key) {
        String content = draft.content();
        byte[] fingerprint = key == null ? new byte[0] : sha256(draft.type() + "\n" + content);
        return new Pending(draft, content, key, fingerprint, System.nanoTime(), new CompletableFuture<>());
    }

    void fail(AppendException.Reason reason, @Nullable Throwable cause) {
        outcome.completeExceptionally(new AppendException(reason, cause));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
