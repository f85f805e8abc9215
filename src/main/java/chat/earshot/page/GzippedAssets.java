package chat.earshot.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/** Gives the page's files compressed to who takes that: each is compressed once, when it is first asked for, and kept,
 * its comments left out. */
class GzippedAssets implements ResourceResolver {

    /** By address; as many as there are files in the jar. */
    private final Map<String, GzippedAsset> kept = new ConcurrentHashMap<>();

    @Override
    public @Nullable Resource resolveResource(
            @Nullable HttpServletRequest request,
            String path,
            List<? extends Resource> locations,
            ResourceResolverChain chain) {
        Resource file = chain.resolveResource(request, path, locations);
        return file != null && request != null && Gzip.isAcceptedBy(request)
                ? kept.computeIfAbsent(file.toString(), address -> compressed(file))
                : file;
    }

    @Override
    public @Nullable String resolveUrlPath(
            String path, List<? extends Resource> locations, ResourceResolverChain chain) {
        return chain.resolveUrlPath(path, locations);
    }

    private static GzippedAsset compressed(Resource file) {
        try {
            String text = file.getContentAsString(StandardCharsets.UTF_8);
            String shorter = Comments.takenOut(Objects.requireNonNull(file.getFilename()), text);
            return new GzippedAsset(file, Gzip.compress(shorter.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
