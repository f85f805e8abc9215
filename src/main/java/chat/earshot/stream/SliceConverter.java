package chat.earshot.stream;

import chat.earshot.stream.StreamEmitter.Slice;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Writes a stream's bytes as they are. It comes first, so that no send looks further for a converter. */
final class SliceConverter implements HttpMessageConverter<Slice> {

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return type == Slice.class;
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return List.of();
    }

    @Override
    public Slice read(Class<? extends Slice> type, HttpInputMessage message) {
        throw new HttpMessageNotReadableException("a stream is never read", message);
    }

    @Override
    public void write(Slice slice, @Nullable MediaType mediaType, HttpOutputMessage message) throws IOException {
        message.getHeaders().clear(); // Spring's own copy for converters; it would last as long as the stream
        message.getBody().write(slice.bytes(), slice.start(), slice.length());
    }
}
