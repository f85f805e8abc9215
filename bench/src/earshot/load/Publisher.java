package earshot.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One keep-alive connection with at most one POST on it. Only the publishers' thread touches it. */
final class Publisher {
    private enum State {
        CLOSED,
        CONNECTING,
        IDLE,
        AWAITING
    }

    final int index;

    private final InetSocketAddress target;
    private final ByteBuffer request;
    private final Answer answer = new Answer();
    private State state = State.CLOSED;
    private SocketChannel channel;
    private SelectionKey key;

    /** How many messages were begun, and of the one under way where it went, its number and when it was due. */
    private long begun;

    private int room;
    private int number;
    private long due;

    Publisher(int index, InetSocketAddress target, int longestRequest) {
        this.index = index;
        this.target = target;
        request = ByteBuffer.allocateDirect(longestRequest);
    }

    void connect(Selector selector) throws IOException {
        channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        boolean connected = channel.connect(target);
        key = channel.register(selector, connected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, this);
        state = connected ? State.IDLE : State.CONNECTING;
    }

    void send(PostTemplate template, int room, int number, long due) throws IOException {
        this.room = room;
        this.number = number;
        this.due = due;
        begun++;
        state = State.AWAITING;
        answer.clear();
        template.write(request, room, index, number, due);
        write();
    }

    private void write() throws IOException {
        channel.write(request);
        key.interestOps(request.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    /** Does what the socket is ready for; true when the answer is complete. */
    boolean ready(ByteBuffer buffer) throws IOException {
        if (state == State.CONNECTING) {
            channel.finishConnect();
            key.interestOps(SelectionKey.OP_READ);
            state = State.IDLE;
            return false;
        }
        if (key.isWritable()) {
            write();
        }
        return key.isReadable() && read(buffer);
    }

    private boolean read(ByteBuffer buffer) throws IOException {
        buffer.clear();
        int length = channel.read(buffer);
        if (length < 0 || state != State.AWAITING) {
            throw new IOException("the server closed a publisher's connection");
        }
        if (!answer.feed(buffer, length)) {
            return false;
        }
        state = State.IDLE;
        return true;
    }

    void close() throws IOException {
        state = State.CLOSED;
        if (channel != null) {
            channel.close();
        }
    }

    Answer answer() {
        return answer;
    }

    boolean idle() {
        return state == State.IDLE;
    }

    boolean closed() {
        return state == State.CLOSED;
    }

    boolean awaiting() {
        return state == State.AWAITING;
    }

    long begun() {
        return begun;
    }

    int room() {
        return room;
    }

    int number() {
        return number;
    }

    long due() {
        return due;
    }
}
