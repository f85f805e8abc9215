package earshot.load;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** What all subscribers of one crowd ask for. */
final class Subscription {
    private final InetSocketAddress target;
    private final boolean greets;
    private final byte[][] requests;

    Subscription(Options options, String[] rooms, String lastEventId) {
        target = options.target;
        greets = options.dialect.opening == Dialect.Opening.GREETING;
        requests = new byte[rooms.length][];
        for (int room = 0; room < rooms.length; room++) {
            String request = options.dialect.subscribe(options.host, rooms[room], lastEventId);
            requests[room] = request.getBytes(StandardCharsets.US_ASCII);
        }
    }

    InetSocketAddress target() {
        return target;
    }

    /** Whether the server sends something with the headers, so that a stream is open with the first bytes of its body. */
    boolean greets() {
        return greets;
    }

    int rooms() {
        return requests.length;
    }

    byte[] request(int room) {
        return requests[room];
    }
}
