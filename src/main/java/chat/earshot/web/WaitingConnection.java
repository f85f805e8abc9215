package chat.earshot.web;

import java.nio.channels.SelectableChannel;
import java.util.Comparator;
import org.eclipse.jetty.io.EndPoint;

/**
 * A connection on which no request is under way. Those that are the smallest loss come first: who has never asked for anything, then
 * who has been silent for longest.
 *
 * @param hasAsked whether any request has come on it
 * @param nanos for how long it has waited for one
 */
record WaitingConnection(SelectableChannel channel, EndPoint endPoint, boolean hasAsked, long nanos)
        implements Comparable<WaitingConnection> {

    private static final Comparator<WaitingConnection> ORDER = Comparator.comparing(WaitingConnection::hasAsked)
            .thenComparing(WaitingConnection::nanos, Comparator.reverseOrder());

    @Override
    public int compareTo(WaitingConnection other) {
        return ORDER.compare(this, other);
    }

    void close() {
        endPoint.close();
    }
}
