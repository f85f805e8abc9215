package chat.earshot.page;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The page's scripts, as they lie in the jar. The page names all of them in its head, so that a browser asks for all at once,
 * and not for each only when it has read the one that imports it.
 */
@Component
class Modules {

    private final List<String> names;

    Modules() throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath:/static/js/*.js");
        names = Arrays.stream(files)
                .map(Resource::getFilename)
                .map(Objects::requireNonNull)
                .sorted()
                .toList();
    }

    public List<String> getNames() {
        return names;
    }
}
