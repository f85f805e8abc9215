package chat.earshot.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The server's side of the connections in these tests, played by the test itself, byte by byte. */
final class Peer implements AutoCloseable {

    private final ServerSocket listening;

    Peer() throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        listening.setSoTimeout((int) Deadline.GENEROUS.toMillis());
    }

    String host() {
        return listening.getInetAddress().getHostAddress();
    }

    int port() {
        return listening.getLocalPort();
    }

    URI base() {
        return URI.create("http://" + host() + ":" + port());
    }

    /** The next connection in the order in which they were opened. */
    Line accept() throws IOException {
        return new Line(new Wire(listening.accept(), 8_192));
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    /** One accepted connection. */
    record Line(Wire wire) implements AutoCloseable {

        String readRequest() {
            StringBuilder request = new StringBuilder();
            String line;
            do {
                line = wire.line(Deadline.generous());
                request.append(line).append('\n');
            } while (!line.isEmpty());
            return request.toString();
        }

        Line write(String text) {
            wire.send(text.getBytes(StandardCharsets.UTF_8));
            return this;
        }

        /** Writes this as one chunk, with the CRLF that closes it. */
        Line writeChunk(String text) {
            int size = text.getBytes(StandardCharsets.UTF_8).length;
            return write(Integer.toHexString(size) + "\r\n" + text + "\r\n");
        }

        @Override
        public void close() {
            wire.close();
        }
    }
}
