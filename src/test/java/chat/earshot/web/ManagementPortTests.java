package chat.earshot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Which port Actuator gets where none is named for it. */
class ManagementPortTests {

    private static final String SHOWN = "management.endpoints.web.exposure.include=";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            health                       |
            Health                       |
            health,health                |
            ''                           |
            *                            | 8081
            health,metrics               | 8081
            health, env                  | 8081
            heapdump                     | 8081
            healthy                      | 8081
            """)
    void isOneOfItsOwnWhereMoreThanHealthIsShown(String shown, @Nullable String port) {
        assertThat(port(SHOWN + shown)).isEqualTo(port);
    }

    @Test
    void readsAListToo() {
        String list = SHOWN.replace("include=", "include");

        assertThat(port(list + "[0]=health")).isNull();
        assertThat(port(list + "[0]=health", list + "[1]=env")).isEqualTo("8081");
    }

    @ParameterizedTest
    @CsvSource({"80, 81", "8081, 8082", "65535, 0", "0, 0", "-1, 0"})
    void isNextToOurs(int ours, String port) {
        assertThat(port(SHOWN + "*", "server.port=" + ours)).isEqualTo(port);
    }

    @Test
    void isTheOneThatIsNamed() {
        assertThat(port(SHOWN + "*", "management.server.port=9000")).isEqualTo("9000");
        assertThat(port(SHOWN + "*", "management.server.port=")).isEqualTo("8081");
        assertThat(port("management.server.port=9000")).isEqualTo("9000");
    }

    @Test
    void isThereWhereItWasDecidedBeforehand() {
        SpringProperties.setProperty(AotDetector.AOT_ENABLED, "true");
        try {
            assertThat(port()).isEqualTo("8081");
        } finally {
            SpringProperties.setProperty(AotDetector.AOT_ENABLED, null);
        }
    }

    private static @Nullable String port(String... settings) {
        Map<String, Object> given = Arrays.stream(settings)
                .map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("given", given));
        new ManagementPort().postProcessEnvironment(environment, new SpringApplication());
        return environment.getProperty("management.server.port");
    }
}
