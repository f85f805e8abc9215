package earshot.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A running process of a peer, in a fresh directory. */
final class Server implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final int PORTS = 100;
    private static int firstPort = 18200;

    private final Process process;
    private final int port;
    private final Path directory;

    private Server(Process process, int port, Path directory) {
        this.process = process;
        this.port = port;
        this.directory = directory;
    }

    static void portsFrom(int port) {
        firstPort = port;
    }

    /** Starts it and waits until it answers. */
    static Server start(Peer peer, String label) throws IOException, InterruptedException {
        int port = freePort();
        Path directory = Project.freshDirectory(peer.name());
        Server server = launch(peer, label, peer.command(port, directory), port, directory);
        server.awaitAnswer("/");
        return server;
    }

    /** Starts it and does not wait. */
    static Server launch(Peer peer, String label, List<String> command, int port, Path directory) throws IOException {
        Path log = Project.target("logs").resolve(peer.name() + "-" + label + ".log");
        var builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().putAll(peer.environment());
        return new Server(Children.start(builder.redirectErrorStream(true).redirectOutput(log.toFile())), port, directory);
    }

    static int freePort() throws IOException {
        for (int port = firstPort; port < firstPort + PORTS; port++) {
            try (var socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(port));
                return port;
            } catch (IOException taken) {
                // The next one, then.
            }
        }
        throw new IOException("no free port from " + firstPort + " on; port=N begins elsewhere");
    }

    /** Any answer counts, also a 404: it shows that requests are served. */
    void awaitAnswer(String path) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!answers(path)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                close();
                throw new IOException("it does not answer; see its log in bench/target/logs");
            }
            Thread.sleep(5);
        }
    }

    private boolean answers(String path) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
            socket.setSoTimeout(5000);
            String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(9), StandardCharsets.US_ASCII).startsWith("HTTP/1.1 ");
        } catch (IOException notYet) {
            return false;
        }
    }

    int port() {
        return port;
    }

    /** The process; what it has forked is found through it. */
    long pid() {
        return process.pid();
    }

    Path directory() {
        return directory;
    }

    @Override
    public void close() throws IOException {
        Children.stop(process);
        Project.delete(directory);
    }
}
