package chat.earshot.publish;

import chat.earshot.event.Draft;
import chat.earshot.event.IdempotencyKey;
import chat.earshot.log.Appended;
import chat.earshot.log.EventLog;
import chat.earshot.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has a draft appended and waits until it is durable. Any thread; it parks a virtual one. */
@Component
public class Publisher {

    private static final Refusal INVALID_KEY = Refusal.badRequest(
            "invalid-idempotency-key", "An Idempotency-Key is 1 to 128 visible ASCII characters, given once.");

    private final EventLog log;

    Publisher(EventLog log) {
        this.log = log;
    }

    /** @throws chat.earshot.log.AppendException if it does not become durable, as far as is known */
    public Appended publish(Draft draft, @Nullable IdempotencyKey key) {
        try {
            return log.append(draft, key).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The request's Idempotency-Key, if it gives one. */
    public static @Nullable IdempotencyKey key(HttpServletRequest request) {
        List<String> keys = Collections.list(request.getHeaders("Idempotency-Key"));
        if (keys.isEmpty()) {
            return null;
        }
        if (keys.size() > 1) {
            throw INVALID_KEY.asException();
        }
        return IdempotencyKey.parse(keys.getFirst()).orElseThrow(INVALID_KEY::asException);
    }
}
