package chat.earshot;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Tests all come from one address, so what is limited for each address is not limited for them unless they say so. */
public final class WithoutLimits implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Map<String, Object> settings =
                Map.of("earshot.limits.streams-per-address", 0, "earshot.limits.posts-per-second", 0);
        context.getEnvironment().getPropertySources().addLast(new MapPropertySource("withoutLimits", settings));
    }
}
