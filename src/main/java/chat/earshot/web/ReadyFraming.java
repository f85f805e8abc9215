package chat.earshot.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpGenerator;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.IdleTimeout;
import org.eclipse.jetty.io.SelectableChannelEndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.Callback;
import org.springframework.http.HttpHeaders;

/**
 * Lets a stream bring its own chunk framing (RFC 9112, 7.1). Jetty sends the CRLF that closes a chunk only together with the
 * next chunk; clients that wait for it hear every event one event late. A stream that takes its framing over writes bytes
 * that are chunks already, each with its CRLF, and Jetty leaves them alone. The last chunk is still Jetty's.
 *
 * <p>The mark lives in the connection's generator: nothing of it shows on the wire, and the connection's next response is
 * framed by Jetty again.
 */
public final class ReadyFraming {

    private ReadyFraming() {}

    /**
     * Takes the framing of this response over. Call it before the first byte, on the request's own thread.
     *
     * @return where chunks go from now on, once the response itself has sent the headers and the first of them; empty for
     *     HTTP/1.0 and HTTP/2, where the body stays bare and the response's alone
     */
    public static Optional<Outlet> takeOver(HttpServletRequest request, HttpServletResponse response) {
        ConnectionMetaData connection =
                ServletContextRequest.getServletContextRequest(request).getConnectionMetaData();
        // Asked for its connection, since a proxy's forwarded headers leave only a wrapper of it.
        if (!(connection.getConnection() instanceof ReadyConnection ready)
                || connection.getHttpVersion() != HttpVersion.HTTP_1_1) {
            return Optional.empty();
        }
        // Said aloud, or "Connection: close" from a proxy makes Jetty drop chunking and the sizes land in the body.
        response.setHeader(HttpHeaders.TRANSFER_ENCODING, "chunked");
        ((Generator) ready.getGenerator()).framed = true;
        return Optional.of(ready);
    }

    /** The connection to this socket, with TLS or without, where no request is under way on it. Any thread. */
    static Optional<WaitingConnection> waitingOn(EndPoint socket) {
        Connection outer = socket.getConnection();
        Connection inner =
                outer instanceof SslConnection tls ? tls.getSslEndPoint().getConnection() : outer;
        return inner instanceof ReadyConnection ready && socket instanceof SelectableChannelEndPoint channel
                ? ready.waiting(channel)
                : Optional.empty();
    }

    /** Makes connections whose streams can bring their own framing. */
    static final class Factory extends HttpConnectionFactory {

        private final Duration writeTimeout;

        /** @param writeTimeout after which a write to an outlet that no longer moves fails; 0 for never */
        Factory(HttpConfiguration configuration, Duration writeTimeout) {
            super(configuration);
            this.writeTimeout = writeTimeout;
        }

        @Override
        public Connection newConnection(Connector connector, EndPoint endPoint) {
            HttpConnection connection = new ReadyConnection(getHttpConfiguration(), connector, endPoint, writeTimeout);
            return configure(connection, connector, endPoint);
        }
    }

    private static final class ReadyConnection extends HttpConnection implements Outlet {

        /** Whether a rest waits for the reader. Written by whoever has the outlet and by Jetty when it is gone. */
        private volatile boolean pending;

        private final HeadTime headTime = new HeadTime();

        private final Duration writeTimeout;

        ReadyConnection(
                HttpConfiguration configuration, Connector connector, EndPoint endPoint, Duration writeTimeout) {
            super(configuration, connector, endPoint);
            this.writeTimeout = writeTimeout;
        }

        @Override
        protected HttpGenerator newHttpGenerator() { // called by the super constructor
            return new Generator();
        }

        @Override
        public void onFillable() {
            long most = getEndPoint().getIdleTimeout();
            if (headTime.isLate(System.nanoTime(), getMessagesIn(), getBytesIn(), most)) {
                getEndPoint().close();
            } else {
                super.onFillable();
            }
        }

        private Optional<WaitingConnection> waiting(SelectableChannelEndPoint socket) {
            if (getHttpChannel().getRequest() != null) {
                return Optional.empty();
            }
            long nanos = System.nanoTime() - headTime.since();
            return Optional.of(new WaitingConnection(socket.getChannel(), socket, getMessagesIn() > 0, nanos));
        }

        @Override
        public boolean write(ByteBuffer bytes, Completion completion) throws IOException {
            if (getEndPoint().flush(bytes)) {
                return true;
            }
            pending = true;
            if (getEndPoint() instanceof IdleTimeout socket) {
                socket.notIdle(); // from now on, not since the write before
            }
            getEndPoint().setIdleTimeout(writeTimeout.toMillis());
            getEndPoint().write(new Rest(completion), bytes);
            return false;
        }

        private void settle() {
            pending = false;
            getEndPoint().setIdleTimeout(getConnector().getIdleTimeout());
        }

        /** Jetty knows only of its own writes; a rest of ours that has not moved for so long must fail too. */
        @Override
        public boolean onIdleExpired(TimeoutException timeout) {
            return pending || super.onIdleExpired(timeout);
        }

        /** What is told once the socket has taken all. */
        private final class Rest implements Callback {

            private final Completion completion;

            private Rest(Completion completion) {
                this.completion = completion;
            }

            @Override
            public void succeeded() {
                settle();
                completion.written();
            }

            @Override
            public void failed(Throwable failure) {
                settle();
                completion.failed(failure);
            }

            @Override
            public InvocationType getInvocationType() {
                return InvocationType.NON_BLOCKING; // as Outlet asks
            }
        }
    }

    private static final class Generator extends HttpGenerator {

        // Set by the request's thread before its first byte and cleared when the response has ended. Other threads
        // write
        // to the response only after they were started or woken by that one, as with every other field of a generator.
        private boolean framed;

        @Override
        public void reset() {
            framed = false;
            super.reset();
        }

        /** Asked before each piece of the body, and once more for the last chunk. */
        @Override
        public boolean isChunking() {
            return super.isChunking() && !(framed && !isState(State.COMPLETING));
        }
    }
}
