package earshot.load;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One subscriber that listens for the first message and reads its id, because a POST's answer names it differently from server to server. */
final class Scout implements Body, AutoCloseable {
    /** Not the publisher of what is replayed: if this message came again, it would count as a repeat. */
    static final int PUBLISHER = 1;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(16 * 1024).order(ByteOrder.LITTLE_ENDIAN);
    private final ResponseHead head = new ResponseHead();
    private final Dechunker dechunker = new Dechunker();
    private final StringBuilder heard = new StringBuilder();
    private final SocketChannel channel;

    /** Returns when its stream is open. */
    Scout(Options options, String room) throws IOException {
        channel = SocketChannel.open(options.target);
        String request = options.dialect.subscribe(options.host, room, null);
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        head.clear();
        while (!head.done() || options.dialect.opening == Dialect.Opening.GREETING && heard.isEmpty()) {
            read();
        }
    }

    private void read() throws IOException {
        buffer.clear();
        int length = channel.read(buffer);
        if (length < 0) {
            throw new EOFException("the server ended the stream");
        }
        int at = head.done() ? 0 : head.feed(buffer, 0, length);
        if (head.chunked()) {
            dechunker.feed(buffer, at, length, this);
        } else {
            body(buffer, at, length);
        }
    }

    @Override
    public void body(ByteBuffer bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            heard.append((char) bytes.get(i));
        }
    }

    String idOfFirstMessage() throws IOException {
        while (true) {
            for (String block : heard.toString().split("(?<=\n\n)")) {
                if (block.contains("#") && block.endsWith("\n\n")) {
                    return idIn(block);
                }
            }
            read();
        }
    }

    private static String idIn(String block) {
        return block.lines()
                .filter(line -> line.startsWith("id:"))
                .map(line -> line.substring(3).strip())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a message without an id: " + block));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
