package earshot.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** Says one message after the other, and waits for each answer. */
final class Speaker implements AutoCloseable {
    private final PostTemplate template;
    private final ByteBuffer request;
    private final ByteBuffer answerBytes = ByteBuffer.allocateDirect(16 * 1024);
    private final Answer answer = new Answer();
    private final SocketChannel channel;

    Speaker(InetSocketAddress target, PostTemplate template) throws IOException {
        this.template = template;
        request = ByteBuffer.allocateDirect(template.longest());
        channel = SocketChannel.open(target);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }

    void say(int publisher, int number) throws IOException {
        template.write(request, 0, publisher, number, System.nanoTime());
        post();
    }

    void sayNothing(int room) throws IOException {
        template.writeWithoutMarker(request, room);
        post();
    }

    private void post() throws IOException {
        while (request.hasRemaining()) {
            channel.write(request);
        }
        answer.clear();
        int length;
        do {
            answerBytes.clear();
            length = channel.read(answerBytes);
            if (length < 0) {
                throw new EOFException("no answer to a POST");
            }
        } while (!answer.feed(answerBytes, length));
        if (!answer.accepted()) {
            throw new IOException("a POST was answered " + answer.status());
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
