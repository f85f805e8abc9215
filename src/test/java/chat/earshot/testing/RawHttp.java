package chat.earshot.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.x on a bare socket: the bytes sent are exactly the bytes given, and those that come are seen as they came.
 *
 * <p>Each read as a whole has one deadline, {@link Deadline#GENEROUS} unless {@link #within} says otherwise. A read
 * throws an {@link AssertionError} when it is over or when what came is not HTTP, and an {@link UncheckedIOException}
 * when the connection ended or broke; both tell what had been read. Sending has no deadline: it waits while the server
 * does not read.
 *
 * <p>One thread reads; any thread may send, {@link #abort} or {@link #close}, which ends a read under way.
 */
public final class RawHttp implements AutoCloseable {

    private final Wire wire;
    private Duration patience = Deadline.GENEROUS;
    private @Nullable ResponseHead head;
    private ChunkedBody chunks;

    private RawHttp(Wire wire) {
        this.wire = wire;
        this.chunks = new ChunkedBody(wire);
    }

    public static RawHttp open(String host, int port) {
        return new RawHttp(Wire.open(host, port));
    }

    /** For slow readers: the kernel takes in no more than about so many unread bytes, and no more are read ahead. */
    public static RawHttp open(String host, int port, int receiveBuffer) {
        return new RawHttp(Wire.open(host, port, receiveBuffer));
    }

    /** Sets how long each later read may take. */
    public RawHttp within(Duration patience) {
        this.patience = patience;
        return this;
    }

    public RawHttp send(byte[] bytes) {
        wire.send(bytes);
        return this;
    }

    /** Sends text as UTF-8; line ends are sent as they stand. */
    public RawHttp send(String text) {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Tells the server that nothing more comes. It may still answer. */
    public RawHttp finish() {
        try {
            wire.finish();
        } catch (IOException e) {
            // The server has closed already; what it sent can still be read.
        }
        return this;
    }

    /** The next response's status line and headers, up to the empty line after them. */
    public ResponseHead readHead() {
        return readHead(Deadline.after(patience));
    }

    /** The whole body, framed as the head read last says; not for the answer to a HEAD, which has none. */
    public byte[] readBody() {
        ResponseHead read = requireHead();
        if (read.hasNoBody()) {
            return new byte[0];
        }
        if (read.isChunked()) {
            return readChunks();
        }
        return read.header("Content-Length")
                .map(length -> readBytes(Integer.parseInt(length)))
                .orElseGet(this::readToEnd);
    }

    public byte[] readBytes(int count) {
        return wire.exactly(count, Deadline.after(patience));
    }

    /** All that comes until the server closes the connection. */
    public byte[] readToEnd() {
        return wire.toEnd(Deadline.after(patience));
    }

    /** What comes until it holds this text, or until the server closes or resets the connection. Not after {@link #readHead}. */
    public byte[] readUntil(String text) {
        Deadline deadline = Deadline.after(patience);
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try {
            byte[] some = wire.upTo(Integer.MAX_VALUE, deadline);
            while (some.length > 0) {
                read.writeBytes(some);
                if (read.toString(StandardCharsets.UTF_8).contains(text)) {
                    break;
                }
                some = wire.upTo(Integer.MAX_VALUE, deadline);
            }
        } catch (UncheckedIOException e) {
            // a reset, after which nothing comes any more
        }
        return read.toByteArray();
    }

    /**
     * The next chunk of a chunked body, the last one too, as soon as its size line and its data are there; the CRLF that
     * closes it is left on the wire. Takes the CRLF of the chunk before, where {@link #crlfArrives} has not.
     */
    public Chunk readChunk() {
        return chunks.next(Deadline.after(patience));
    }

    /** Whether the CRLF that closes the chunk read last is there within this time. Takes it, and never more. */
    public boolean crlfArrives(Duration wait) {
        return chunks.crlfArrives(wait);
    }

    /** Whether the server closes or resets the connection within this time; what comes until then is dropped. */
    public boolean ends(Duration wait) {
        try {
            wire.toEnd(Deadline.after(wait));
            return true;
        } catch (Wire.Overdue e) {
            return false;
        } catch (UncheckedIOException e) {
            return true; // a reset
        }
    }

    /** Closes at once with a reset, as the kernel does for a killed process with unread bytes. */
    public void abort() {
        wire.abort();
    }

    @Override
    public void close() {
        wire.close();
    }

    ResponseHead readHead(Deadline deadline) {
        List<String> lines = new ArrayList<>();
        for (String line = wire.line(deadline); !line.isEmpty(); line = wire.line(deadline)) {
            lines.add(line);
        }
        if (lines.isEmpty()) {
            throw wire.broken("an empty line where a status line was due");
        }
        head = ResponseHead.of(lines);
        chunks = new ChunkedBody(wire);
        return head;
    }

    /** What has come of the body, free of chunk framing; nothing where it ends. */
    byte[] readSome(Deadline deadline) {
        return requireHead().isChunked() ? chunks.some(deadline) : wire.upTo(Integer.MAX_VALUE, deadline);
    }

    int receiveBuffer() throws IOException {
        return wire.receiveBuffer();
    }

    private byte[] readChunks() {
        Deadline deadline = Deadline.after(patience);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] some = chunks.some(deadline); some.length > 0; some = chunks.some(deadline)) {
            body.writeBytes(some);
        }
        return body.toByteArray();
    }

    private ResponseHead requireHead() {
        if (head == null) {
            throw new IllegalStateException("The head comes first: readHead()");
        }
        return head;
    }
}
