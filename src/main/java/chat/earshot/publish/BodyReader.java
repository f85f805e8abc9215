package chat.earshot.publish;

import chat.earshot.web.Connections;
import chat.earshot.web.Refusal;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Reads a body to its end, never more than the limit and never for longer. Any thread; it parks a virtual one. */
@Component
class BodyReader {

    private static final Refusal TOO_SLOW = Refusal.of(
            HttpStatus.REQUEST_TIMEOUT, "request-timeout", "The body took too long to arrive. Nothing was stored.");

    private final PublishProperties properties;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("body-timeout").daemon().factory());

    BodyReader(PublishProperties properties) {
        this.properties = properties;
        timer.setRemoveOnCancelPolicy(true);
    }

    /** @throws chat.earshot.web.RefusedException if it is too large or comes too slowly */
    byte[] read(HttpServletRequest request) throws IOException {
        int largest = properties.largestBody();
        if (request.getContentLengthLong() <= largest) {
            byte[] bytes = arrived(request, largest + 1);
            if (bytes.length <= largest) {
                return bytes;
            }
        }
        throw Refusal.of(
                        HttpStatus.CONTENT_TOO_LARGE, "body-too-large", "A body is at most " + largest + " bytes long.")
                .asException();
    }

    private byte[] arrived(HttpServletRequest request, int most) throws IOException {
        ServletInputStream body = request.getInputStream();
        long length = request.getContentLengthLong();
        boolean isHere = length >= 0 && body.available() >= length; // nearly always
        if (isHere || properties.bodyTimeout().isZero()) {
            return body.readNBytes(most);
        }
        AtomicBoolean cut = new AtomicBoolean();
        Runnable cutter = Connections.cutterOf(request);
        Future<?> timeout = timer.schedule(
                () -> {
                    cut.set(true);
                    cutter.run();
                },
                properties.bodyTimeout().toNanos(),
                TimeUnit.NANOSECONDS);
        try {
            return body.readNBytes(most);
        } catch (IOException e) {
            if (cut.get()) {
                throw TOO_SLOW.asException();
            }
            throw e;
        } finally {
            timeout.cancel(false);
        }
    }
}
