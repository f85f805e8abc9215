package chat.earshot.publish;

import chat.earshot.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * A posted body, read as bytes: asking the container for a parameter would eat a form.
 *
 * @param bytes as they came
 */
record Body(MediaType type, byte[] bytes) {

    private static final Refusal UNSUPPORTED = Refusal.of(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "unsupported-media-type",
            "Post application/json, text/plain or application/x-www-form-urlencoded, in UTF-8 and not compressed.");

    /** @throws chat.earshot.web.RefusedException if it is too large or too slow, compressed, or not in UTF-8 by its own word */
    static Body of(HttpServletRequest request, BodyReader reader) throws IOException {
        MediaType type = type(request.getContentType());
        Charset charset = type.getCharset();
        boolean foreign = charset != null && !charset.equals(StandardCharsets.UTF_8);
        if (foreign || isCoded(request)) {
            throw UNSUPPORTED.asException();
        }
        return new Body(type, reader.read(request));
    }

    /** The container takes chunks apart, and leaves whatever they were coded with before as it is. */
    private static boolean isCoded(HttpServletRequest request) {
        String transfer = request.getHeader(HttpHeaders.TRANSFER_ENCODING);
        return request.getHeader(HttpHeaders.CONTENT_ENCODING) != null
                || (transfer != null && !transfer.equalsIgnoreCase("chunked"));
    }

    boolean isJson() {
        return type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON);
    }

    boolean isForm() {
        return type.equalsTypeAndSubtype(MediaType.APPLICATION_FORM_URLENCODED);
    }

    boolean isText() {
        return type.equalsTypeAndSubtype(MediaType.TEXT_PLAIN);
    }

    /** Its characters; each byte sequence must be valid UTF-8. */
    String text() {
        try {
            return utf8(bytes);
        } catch (CharacterCodingException e) {
            String slug = isJson() ? "malformed-json" : "malformed-text";
            throw Refusal.badRequest(slug, "The body is not valid UTF-8.").asException();
        }
    }

    static String utf8(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    static Refusal unsupported() {
        return UNSUPPORTED;
    }

    private static MediaType type(@Nullable String header) {
        try {
            return header == null ? MediaType.APPLICATION_OCTET_STREAM : MediaType.parseMediaType(header);
        } catch (InvalidMediaTypeException e) {
            throw UNSUPPORTED.asException();
        }
    }
}
