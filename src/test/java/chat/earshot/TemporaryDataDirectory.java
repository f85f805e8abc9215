package chat.earshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/** Gives each context a data directory of its own, and removes it after everything else in the context is closed. */
public final class TemporaryDataDirectory implements ApplicationContextInitializer<GenericApplicationContext> {

    private static final String NAME = "temporaryDataDirectory";

    @Override
    public void initialize(GenericApplicationContext context) {
        Path directory = create();
        Map<String, Object> settings = Map.of("earshot.data-dir", directory.toString());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource(NAME, settings));
        DefaultListableBeanFactory beans = context.getDefaultListableBeanFactory();
        // Beans are destroyed in the opposite order; nothing is registered before this one.
        beans.registerDisposableBean(NAME, () -> FileSystemUtils.deleteRecursively(directory));
    }

    private static Path create() {
        try {
            return Files.createTempDirectory("earshot-test-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
