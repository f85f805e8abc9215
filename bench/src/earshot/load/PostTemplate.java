package earshot.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The bytes of the POSTs to each room, but for the marker. Texts are all of one length. */
final class PostTemplate {
    private final byte[][] upToText;
    private final byte[] after;
    private final int textBytes;

    PostTemplate(Options options, String[] rooms) {
        textBytes = options.textBytes;
        after = options.dialect.after.getBytes(StandardCharsets.US_ASCII);
        upToText = new byte[rooms.length][];
        for (int room = 0; room < rooms.length; room++) {
            upToText[room] = options.dialect.postUpToText(options.host, rooms[room], textBytes)
                    .getBytes(StandardCharsets.US_ASCII);
        }
    }

    void write(ByteBuffer request, int room, int publisher, int number, long time) {
        int end = begin(request, room);
        request.put((byte) '#');
        digits(request, publisher);
        request.put((byte) '.');
        digits(request, number);
        request.put((byte) '.');
        digits(request, time);
        request.put((byte) '#');
        if (request.position() > end) {
            throw new IllegalArgumentException("text=" + textBytes + " is too short for its marker");
        }
        finish(request, end);
    }

    void writeWithoutMarker(ByteBuffer request, int room) {
        finish(request, begin(request, room));
    }

    /** Returns where the text must end. */
    private int begin(ByteBuffer request, int room) {
        request.clear().put(upToText[room]);
        return request.position() + textBytes;
    }

    private void finish(ByteBuffer request, int end) {
        for (int i = request.position(); i < end; i++) {
            request.put((byte) ('a' + i % 26));
        }
        request.put(after).flip();
    }

    private static void digits(ByteBuffer request, long value) {
        if (value >= 10) {
            digits(request, value / 10);
        }
        request.put((byte) ('0' + value % 10));
    }

    int longest() {
        int longest = 0;
        for (byte[] head : upToText) {
            longest = Math.max(longest, head.length);
        }
        return longest + textBytes + after.length;
    }
}
