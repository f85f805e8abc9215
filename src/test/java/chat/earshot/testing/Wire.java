package chat.earshot.testing;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;

/**
 * A socket whose reads have a deadline and whose failures tell what came before. One thread reads at a time; any thread
 * may send or close. Every read may throw {@link Overdue}, and {@link UncheckedIOException} where the connection broke.
 */
final class Wire implements AutoCloseable {

    private static final int BUFFER = 8_192;

    /** What was waited for did not come in time. */
    static final class Overdue extends AssertionError {
        private static final long serialVersionUID = 1;

        Overdue(Transcript transcript) {
            super("Nothing more came before the deadline; " + transcript);
        }
    }

    private final Socket socket;
    private final byte[] buffer;
    private final Transcript transcript = new Transcript();
    private int from;
    private int to;

    /** @param readAhead the bytes that may be taken from the kernel before they are asked for */
    Wire(Socket socket, int readAhead) {
        this.socket = socket;
        this.buffer = new byte[readAhead];
    }

    static Wire open(String host, int port) {
        return connect(new Wire(new Socket(), BUFFER), host, port);
    }

    /** With room for few unread bytes, in the kernel (Linux gives about 2,300 at least) and here. */
    static Wire open(String host, int port, int receiveBuffer) {
        Wire wire = new Wire(new Socket(), Math.min(receiveBuffer, BUFFER));
        try {
            wire.socket.setReceiveBufferSize(receiveBuffer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return connect(wire, host, port);
    }

    private static Wire connect(Wire wire, String host, int port) {
        try {
            wire.socket.setTcpNoDelay(true);
            wire.socket.connect(new InetSocketAddress(host, port), (int) Deadline.GENEROUS.toMillis());
            return wire;
        } catch (IOException e) {
            wire.close();
            throw new UncheckedIOException("Cannot connect to " + host + ":" + port, e);
        }
    }

    void send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot send; " + transcript, e);
        }
    }

    /** Sends nothing more; what comes can still be read. */
    void finish() throws IOException {
        socket.shutdownOutput();
    }

    /** Whether so many bytes are there to read; false at the deadline and where the connection ends first. */
    boolean has(int count, Deadline deadline) {
        try {
            while (to - from < count) {
                if (!more(deadline)) {
                    return false;
                }
            }
            return true;
        } catch (Overdue e) {
            return false;
        }
    }

    /** At least one byte and at most so many; none at all where the connection ends. */
    byte[] upTo(int count, Deadline deadline) {
        if (from == to && !more(deadline)) {
            return new byte[0];
        }
        byte[] bytes = Arrays.copyOfRange(buffer, from, from + Math.min(to - from, count));
        from += bytes.length;
        return bytes;
    }

    byte[] exactly(int count, Deadline deadline) {
        byte[] bytes = new byte[count];
        int read = 0;
        while (read < count) {
            byte[] some = upTo(count - read, deadline);
            if (some.length == 0) {
                throw ended();
            }
            System.arraycopy(some, 0, bytes, read, some.length);
            read += some.length;
        }
        return bytes;
    }

    byte[] toEnd(Deadline deadline) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] some = upTo(BUFFER, deadline); some.length > 0; some = upTo(BUFFER, deadline)) {
            bytes.writeBytes(some);
        }
        return bytes.toByteArray();
    }

    /** What comes before the next CRLF, as ISO-8859-1; a bare CR or LF is part of it. */
    String line(Deadline deadline) {
        StringBuilder line = new StringBuilder();
        do {
            line.append((char) (exactly(1, deadline)[0] & 0xff));
        } while (line.length() < 2 || line.lastIndexOf("\r\n") != line.length() - 2);
        return line.substring(0, line.length() - 2);
    }

    void expectCrlf(Deadline deadline) {
        byte[] bytes = exactly(2, deadline);
        if (bytes[0] != '\r' || bytes[1] != '\n') {
            throw broken("a CRLF was due");
        }
    }

    UncheckedIOException ended() {
        return new UncheckedIOException(new EOFException("The connection ended; " + transcript));
    }

    AssertionError broken(String what) {
        return new AssertionError("Not HTTP: " + what + "; " + transcript);
    }

    int receiveBuffer() throws IOException {
        return socket.getReceiveBufferSize();
    }

    /** Lets the other side see a reset: what it sends from now on meets nobody. */
    void abort() {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // Closed already; then there is nothing left to reset.
        }
        close();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** False at the end of the connection. */
    private boolean more(Deadline deadline) {
        if (deadline.isOver()) {
            throw new Overdue(transcript);
        }
        makeRoom();
        try {
            socket.setSoTimeout(deadline.socketTimeout());
            int count = socket.getInputStream().read(buffer, to, buffer.length - to);
            if (count < 0) {
                return false;
            }
            transcript.add(buffer, to, to + count);
            to += count;
            return true;
        } catch (SocketTimeoutException e) {
            throw new Overdue(transcript);
        } catch (IOException e) {
            throw new UncheckedIOException("The connection broke; " + transcript, e);
        }
    }

    private void makeRoom() {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
    }
}
