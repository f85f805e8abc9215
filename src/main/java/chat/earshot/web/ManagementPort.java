package chat.earshot.web;

import java.util.Map;
import java.util.Set;
import org.springframework.aot.AotDetector;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * Keeps whatever of Actuator is shown beyond health off the port that everybody reaches: unless a port is named for it, it gets the next
 * one after ours. Health alone stays where it is, since a second server costs time at the start.
 */
final class ManagementPort implements EnvironmentPostProcessor {

    static final String PORT = "management.server.port";

    /** What Boot calls the context of that server. */
    static final String NAMESPACE = "management";

    private static final String SHOWN = "management.endpoints.web.exposure.include";
    private static final int DEFAULT_PORT = 8080;
    private static final int LAST_PORT = 65_535;
    private static final int ANY_FREE_PORT = 0;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.getProperty(PORT, "").isBlank() && needsOne(environment)) {
            Map<String, Object> port = Map.of(PORT, portBesides(environment));
            environment.getPropertySources().addFirst(new MapPropertySource("managementPort", port));
        }
    }

    /** What bin/aot has made knows already whether there is that second server. Where there is, it needs a port; else nobody asks. */
    private static boolean needsOne(Environment environment) {
        return AotDetector.useGeneratedArtifacts() || showsMoreThanHealth(environment);
    }

    private static boolean showsMoreThanHealth(Environment environment) {
        Set<String> shown = Binder.get(environment)
                .bind(SHOWN, Bindable.setOf(String.class))
                .orElse(Set.of());
        return !shown.stream().allMatch("health"::equalsIgnoreCase);
    }

    private static int portBesides(Environment environment) {
        int ours = Binder.get(environment).bind("server.port", Integer.class).orElse(DEFAULT_PORT);
        return ours > 0 && ours < LAST_PORT ? ours + 1 : ANY_FREE_PORT;
    }
}
