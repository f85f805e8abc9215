package chat.earshot.log;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Bytes of a stream that are sent with one write, already framed as one HTTP/1.1 chunk (RFC 9112, 7.1), with the bare bytes
 * inside. Made once, shared by all; nobody writes to the array.
 *
 * @param bytes the chunk: its size, the bare bytes, its closing CRLF
 * @param start where the bare bytes begin
 * @param length how many bare bytes there are
 */
public record Chunk(byte[] bytes, int start, int length) {

    private static final byte[] CRLF = {'\r', '\n'};

    public static Chunk of(String text) {
        return of(List.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** One chunk of all these, in order. There must be at least one byte: an empty chunk would end the stream. */
    public static Chunk of(List<byte[]> parts) {
        int length = parts.stream().mapToInt(part -> part.length).sum();
        if (length == 0) {
            throw new IllegalArgumentException("an empty chunk ends the stream");
        }
        byte[] size = (Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = new byte[size.length + length + CRLF.length];
        int end = put(size, bytes, 0);
        for (byte[] part : parts) {
            end = put(part, bytes, end);
        }
        put(CRLF, bytes, end);
        return new Chunk(bytes, size.length, length);
    }

    private static int put(byte[] part, byte[] bytes, int at) {
        System.arraycopy(part, 0, bytes, at, part.length);
        return at + part.length;
    }
}
