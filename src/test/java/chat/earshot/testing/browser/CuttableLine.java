package chat.earshot.testing.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A line to the server that passes bytes on as they come, until it is cut: then every connection breaks and each new one is
 * closed at once, until it is mended. Any thread.
 */
public final class CuttableLine implements AutoCloseable {

    private final URI server;
    private final ServerSocket door;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    /** Guarded by this, together with adding to the sockets, so that no connection slips through a cut. */
    private boolean cut;

    private CuttableLine(URI server, ServerSocket door) {
        this.server = server;
        this.door = door;
    }

    public static CuttableLine to(URI server) {
        try {
            CuttableLine line = new CuttableLine(server, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().name("cuttable-line").start(line::accept);
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server's address with this line's port instead of its own. */
    public URI address() {
        return URI.create("http://localhost:" + door.getLocalPort() + server.getPath());
    }

    public synchronized void cut() {
        cut = true;
        sockets.forEach(CuttableLine::closeQuietly);
        sockets.clear();
    }

    public synchronized void mend() {
        cut = false;
    }

    @Override
    public void close() {
        cut();
        closeQuietly(door);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket browser = door.accept();
                Thread.ofVirtual().start(() -> connect(browser));
            } catch (IOException e) {
                // closed; the loop ends
            }
        }
    }

    private void connect(Socket browser) {
        try {
            Socket onwards = new Socket(server.getHost(), server.getPort());
            keep(browser, onwards);
            Thread.ofVirtual().start(() -> pass(browser, onwards));
            pass(onwards, browser);
        } catch (IOException e) {
            closeQuietly(browser); // no server: for the browser it is the line that is broken
        }
    }

    private synchronized void keep(Socket browser, Socket onwards) {
        sockets.add(browser);
        sockets.add(onwards);
        if (cut) {
            cut();
        }
    }

    private void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // cut, or one end went away; both ends are closed now
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private static void closeQuietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            // closed is closed
        }
    }
}
