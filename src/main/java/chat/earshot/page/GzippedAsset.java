package chat.earshot.page;

import java.util.Objects;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.resource.HttpResource;

/** A file's compressed bytes under the file's own name. */
class GzippedAsset extends ByteArrayResource implements HttpResource {

    private final String name;

    GzippedAsset(Resource file, byte[] compressed) {
        super(compressed, "gzipped " + file);
        this.name = Objects.requireNonNull(file.getFilename());
    }

    @Override
    public String getFilename() {
        return name;
    }

    @Override
    public HttpHeaders getResponseHeaders() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.CONTENT_ENCODING, Gzip.NAME);
        // Spring replaces with it what the filters have said; where other sites are allowed, the origin counts too.
        headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING + ", " + HttpHeaders.ORIGIN);
        return headers;
    }
}
