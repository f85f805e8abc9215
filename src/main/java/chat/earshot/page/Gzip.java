package chat.earshot.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.HttpHeaders;

/**
 * Compression of the page and its files, and of nothing else. Not the container's ({@code server.compression.enabled}): that
 * one wraps every answer, streams included, and also inflates what is posted.
 */
final class Gzip {

    static final String NAME = "gzip";

    private static final Pattern REFUSED = Pattern.compile(";\\s*q=0(\\.0*)?\\s*$");

    private Gzip() {}

    /** Whether the one who asks takes it (RFC 9110, 12.5.3). */
    static boolean isAcceptedBy(HttpServletRequest request) {
        List<String> accepted = Collections.list(request.getHeaders(HttpHeaders.ACCEPT_ENCODING));
        return accepted.stream()
                .flatMap(header -> Stream.of(header.toLowerCase(Locale.ROOT).split(",")))
                .filter(coding -> coding.split(";", 2)[0].strip().equals(NAME))
                .anyMatch(coding -> !REFUSED.matcher(coding).find());
    }

    static byte[] compress(byte[] bytes) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes.length / 2 + 64);
        try (GZIPOutputStream gzip = new Smallest(compressed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    /** Takes its time: a file is compressed once, and a page is small. It has no other way to be told. */
    private static final class Smallest extends GZIPOutputStream {

        Smallest(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
