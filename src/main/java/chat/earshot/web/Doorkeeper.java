package chat.earshot.web;

import java.nio.channels.SelectableChannel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.server.AbstractConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets no more connections in than there is room for. A little below the limit it closes some on which no request is under way, so
 * that whoever speaks or listens, and whoever comes to do so, notices nothing of a crowd that only holds its lines. Where there are
 * none, nobody is let in until somebody leaves; the kernel has them wait. Jetty's own limit knows the second half alone, and without
 * either the last descriptor goes and each try to accept fails.
 */
final class Doorkeeper implements SelectorManager.AcceptListener {

    private static final Logger LOG = LoggerFactory.getLogger(Doorkeeper.class);

    private static final int MOST_SPARE = 64;

    /** For so long somebody new is not sent away, since what they have said may not be read yet. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** For so long somebody who has asked for something is not, since they may go on. */
    private static final long REST_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** The same where nobody is let in any more. */
    private static final long SHORT_REST_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** Nobody tells when a request is over, or patience. */
    private static final long LOOK_MILLIS = 100;

    private final AbstractConnector connector;
    private final int most;
    private final int spare;

    // Guarded by this, as is all below.
    private final Set<SelectableChannel> inside = new HashSet<>();

    /** Those inside whom we have sent away. */
    private final Set<SelectableChannel> leaving = new HashSet<>();

    private boolean shut;
    private boolean lookDue;
    private boolean crowded;

    Doorkeeper(AbstractConnector connector, int most) {
        this.connector = connector;
        this.most = most;
        this.spare = Math.min(MOST_SPARE, Math.ceilDiv(most, 16));
    }

    @Override
    public void onAccepting(SelectableChannel channel) {
        enter(channel);
        makeRoom();
    }

    @Override
    public void onAcceptFailed(SelectableChannel channel, Throwable cause) {
        leave(channel);
    }

    @Override
    public void onClosed(SelectableChannel channel) {
        leave(channel);
    }

    private synchronized void enter(SelectableChannel channel) {
        inside.add(channel);
        if (!shut && inside.size() >= most) {
            shut = true;
            connector.setAccepting(false);
            lookWhileShut();
        }
    }

    private synchronized void leave(SelectableChannel channel) {
        inside.remove(channel);
        leaving.remove(channel);
        if (shut && inside.size() < most) {
            shut = false;
            connector.setAccepting(true);
        }
        if (crowded && inside.size() < most / 2) {
            crowded = false;
            LOG.info("There is room for connections again.");
        }
    }

    private synchronized void lookWhileShut() {
        if (shut && !lookDue) {
            lookDue = true;
            connector.getScheduler().schedule(this::look, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        try {
            makeRoom();
        } finally {
            synchronized (this) {
                lookDue = false;
            }
            lookWhileShut();
        }
    }

    private void makeRoom() {
        choose().forEach(WaitingConnection::close); // without the lock: what it wakes is not ours
    }

    /** Who is to leave: a few more than need be, so that this is not done for each who enters. */
    private synchronized List<WaitingConnection> choose() {
        int tooMany = inside.size() - leaving.size() - (most - spare);
        if (tooMany <= 0) {
            return List.of();
        }
        sayThatItIsCrowded();
        List<WaitingConnection> chosen =
                dispensable().sorted().limit(tooMany + spare / 2).toList();
        chosen.forEach(each -> leaving.add(each.channel()));
        return chosen;
    }

    private Stream<WaitingConnection> dispensable() {
        return connector.getConnectedEndPoints().stream()
                .flatMap(each -> ReadyFraming.waitingOn(each).stream())
                .filter(each -> each.nanos() > patience(each.hasAsked()))
                .filter(each -> !leaving.contains(each.channel()));
    }

    private long patience(boolean hasAsked) {
        if (!hasAsked) {
            return PATIENCE_NANOS;
        }
        return shut ? SHORT_REST_NANOS : REST_NANOS;
    }

    private void sayThatItIsCrowded() {
        if (!crowded) {
            crowded = true;
            LOG.warn(
                    "Nearly as many connections are open as there is room for ({}): those that ask for nothing are closed early."
                            + " More descriptors (ulimit -n) are more room.",
                    most);
        }
    }
}
