package chat.earshot.testing.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A line to the server that passes bytes on as they come, until it is cut: then every connection breaks and each new one is
 * closed at once, until it is mended. It can also {@linkplain #hush fall silent} without being cut. Any thread.
 */
public final class CuttableLine implements AutoCloseable {

    private final URI server;
    private final ServerSocket door;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    /** Those among them that lead to the server. */
    private final Set<Socket> servers = ConcurrentHashMap.newKeySet();

    /** Those of these that fell silent. */
    private final Set<Socket> silent = ConcurrentHashMap.newKeySet();

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

    /**
     * Nothing comes any more over the connections that are open now, though they stay open. One on which something more is
     * asked breaks; new ones are sound.
     */
    public synchronized void hush() {
        silent.addAll(servers);
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
        servers.add(onwards);
        if (cut) {
            cut();
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] bytes = new byte[8_192];
        try (from;
                to) {
            for (int read; (read = from.getInputStream().read(bytes)) >= 0 && !silent.contains(to); ) {
                if (!silent.contains(from)) {
                    to.getOutputStream().write(bytes, 0, read);
                }
            }
        } catch (IOException e) {
            // cut, or one end went away; both ends are closed now
        } finally {
            for (Set<Socket> ends : List.of(sockets, servers, silent)) {
                ends.removeAll(List.of(from, to));
            }
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
