package chat.earshot.testing;

import java.nio.charset.StandardCharsets;

/**
 * One chunk of a chunked body, without the CRLF that closes it.
 *
 * @param sizeLine its size as it came, extensions and all
 * @param data so many bytes; none in the last chunk
 */
public record Chunk(String sizeLine, byte[] data) {

    public boolean isLast() {
        return data.length == 0;
    }

    /** The data read as UTF-8. */
    public String text() {
        return new String(data, StandardCharsets.UTF_8);
    }
}
