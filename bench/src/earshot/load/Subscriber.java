package earshot.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One stream, and what was heard on it. Only its reader's thread touches it until that has ended. */
final class Subscriber implements Body, Heard {
    private static final int SLOW_RECEIVE_BUFFER = 4_096;

    final int room;
    final boolean slow;
    final Tally tally;

    private final Subscription subscription;
    private final Recorder recorder;
    private final MarkerScanner scanner = new MarkerScanner();
    private final Dechunker dechunker = new Dechunker();

    /** Null once the head has been read. */
    private ResponseHead head = new ResponseHead();

    private boolean chunked;
    private boolean opened;
    private SocketChannel channel;
    private SelectionKey key;

    Subscriber(Subscription subscription, int room, boolean slow, Tally tally, Recorder recorder) {
        this.subscription = subscription;
        this.room = room;
        this.slow = slow;
        this.tally = tally;
        this.recorder = recorder;
        head.clear();
    }

    void connect(Selector selector, InetSocketAddress source) throws IOException {
        channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_LINGER, 0); // a reset at the end: no port stays taken for the next run
        if (slow) {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, SLOW_RECEIVE_BUFFER);
        }
        if (source != null) {
            channel.bind(source);
        }
        boolean connected = channel.connect(subscription.target());
        key = channel.register(selector, SelectionKey.OP_CONNECT, this);
        if (connected) {
            ask();
        }
    }

    void ready(ByteBuffer buffer) throws IOException {
        if (key.isConnectable()) {
            channel.finishConnect();
            ask();
        } else {
            read(buffer);
        }
    }

    /** The first bytes on a new connection always fit into its send buffer. */
    private void ask() throws IOException {
        ByteBuffer request = ByteBuffer.wrap(subscription.request(room));
        while (request.hasRemaining()) {
            channel.write(request);
        }
        key.interestOps(SelectionKey.OP_READ);
    }

    private void read(ByteBuffer buffer) throws IOException {
        buffer.clear();
        int length = channel.read(buffer);
        if (length < 0) {
            throw new IOException("the server ended the stream");
        }
        recorder.bytesCame();
        int at = head == null ? 0 : readHead(buffer, length);
        if (at < length) {
            readBody(buffer, at, length);
        }
    }

    private int readHead(ByteBuffer buffer, int length) throws IOException {
        int at = head.feed(buffer, 0, length);
        if (head.done()) {
            if (head.status() != 200) {
                throw new IOException("a subscriber was answered " + head.status());
            }
            chunked = head.chunked();
            head = null;
            if (!subscription.greets()) {
                open();
            }
        }
        return at;
    }

    private void readBody(ByteBuffer buffer, int from, int to) throws IOException {
        if (!opened) {
            open();
        }
        if (!chunked) {
            body(buffer, from, to);
        } else if (dechunker.feed(buffer, from, to, this) < to || dechunker.ended()) {
            throw new IOException("the server ended the stream");
        }
    }

    private void open() {
        opened = true;
        if (slow) {
            key.interestOps(0);
        }
        recorder.streamOpened();
    }

    @Override
    public void body(ByteBuffer bytes, int from, int to) {
        scanner.scan(bytes, from, to, this);
    }

    @Override
    public void message(int publisher, int number, long sentAt) {
        if (!slow) {
            tally.heard(publisher, number);
            recorder.heard(sentAt);
        }
    }

    boolean opened() {
        return opened;
    }

    void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException ignored) {
            // It is being thrown away; there is nobody to tell.
        }
    }
}
