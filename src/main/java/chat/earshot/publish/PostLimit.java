package chat.earshot.publish;

import chat.earshot.web.ClientAddresses;
import chat.earshot.web.Refusal;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** How often one address may speak: a token bucket each, kept for as long as it is not full again. Any thread. */
@Component
public class PostLimit {

    /** What a flood from ever new addresses can make us keep, some 20 MB; beyond that the longest silent are forgotten. */
    private static final int MOST_ADDRESSES = 100_000;

    private static final long NANOS_A_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final PublishProperties properties;
    private final ClientAddresses addresses;
    private final LoadingCache<InetAddress, Bucket> buckets;

    PostLimit(PublishProperties properties, ClientAddresses addresses) {
        this.properties = properties;
        this.addresses = addresses;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_ADDRESSES)
                .expireAfterAccess(timeToFill())
                .executor(Runnable::run)
                .build(_ -> bucket());
    }

    /** @throws chat.earshot.web.RefusedException if its address has sent too many of late */
    public void take(HttpServletRequest request) {
        Optional<Refusal> refusal = refusalFor(request);
        if (refusal.isPresent()) {
            throw refusal.get().asException();
        }
    }

    /** Counts this POST, and says why it is one too many where it is. */
    public Optional<Refusal> refusalFor(HttpServletRequest request) {
        if (isOff()) {
            return Optional.empty();
        }
        ConsumptionProbe probe = buckets.get(addresses.of(request)).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            return Optional.empty();
        }
        long seconds = Math.ceilDiv(probe.getNanosToWaitForRefill(), NANOS_A_SECOND);
        return Optional.of(refusal(Duration.ofSeconds(seconds)));
    }

    private boolean isOff() {
        return properties.postBurst() == 0 || properties.postsPerSecond() == 0;
    }

    private Duration timeToFill() {
        return isOff()
                ? Duration.ofSeconds(1)
                : Duration.ofSeconds(1L + Math.ceilDiv(properties.postBurst(), properties.postsPerSecond()));
    }

    private Bucket bucket() {
        return Bucket.builder()
                .withNanosecondPrecision() // the JVM's own clock: the wall clock may jump
                .addLimit(limit -> limit.capacity(properties.postBurst())
                        .refillGreedy(properties.postsPerSecond(), Duration.ofSeconds(1)))
                .build();
    }

    private static Refusal refusal(Duration retryAfter) {
        return new Refusal(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-posts",
                "Your address posts more than one may. Go on a little later, and slower.",
                retryAfter);
    }
}
