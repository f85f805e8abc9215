package chat.earshot.stream;

import chat.earshot.web.Outlet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** An outlet whose reader keeps up, stops or breaks by the test's hand. */
final class HandOutlet implements Outlet {

    private final StringBuffer heard = new StringBuffer();
    private final AtomicReference<@Nullable Completion> waiting = new AtomicReference<>();
    private volatile boolean stalled;
    private volatile boolean broken;

    String heard() {
        return heard.toString();
    }

    void stall() {
        stalled = true;
    }

    void breakOff() {
        broken = true;
    }

    boolean isWaiting() {
        return waiting.get() != null;
    }

    /** The reader takes what waits for it, and keeps up from now on. */
    void readOn() {
        stalled = false;
        waiting.getAndSet(null).written();
    }

    void giveUp() {
        waiting.getAndSet(null).failed(new IOException("nothing moved"));
    }

    @Override
    public boolean write(ByteBuffer bytes, Completion completion) throws IOException {
        if (broken) {
            throw new IOException("broken");
        }
        if (isWaiting()) {
            throw new IllegalStateException("two writes at once");
        }
        heard.append(StandardCharsets.UTF_8.decode(bytes));
        if (stalled) {
            waiting.set(completion);
        }
        return !stalled;
    }
}
