package chat.earshot.web;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.Bystander;
import chat.earshot.EarshotTest;
import chat.earshot.Reply;
import chat.earshot.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator's tools may ask, and what nobody may. */
@EarshotTest
class HealthTests {

    private final RunningServer server;
    private final Bystander bystander;

    HealthTests(RunningServer server) {
        this.server = server;
        this.bystander = new Bystander(server);
    }

    @AfterEach
    void leave() {
        bystander.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/livez", "/readyz", "/actuator/health"})
    void saysThatItIsWell(String path) {
        Reply reply = server.get(path);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("status")).isEqualTo("UP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/livez", "/readyz", "/actuator/health"})
    void tellsNoDetails(String path) {
        assertThat(server.get(path).body()).doesNotContain("components", "disk", "path");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/",
                "/actuator/env",
                "/actuator/metrics",
                "/actuator/prometheus",
                "/actuator/heapdump",
                "/actuator/threaddump",
                "/actuator/beans",
                "/actuator/configprops",
                "/actuator/loggers",
                "/actuator/mappings",
                "/actuator/info",
                "/actuator/shutdown",
                "/h2-console",
                "/.git/config",
                "/.env",
                "/application.properties",
                "/assets/application.properties",
                "/assets/",
                "/WEB-INF/web.xml",
                "/index.php",
            })
    void showsNothingElse(String path) {
        bystander.assertRefused(server.get(path), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/log", "/actuator/health/diskSpace", "/actuator/health/nothing"})
    void tellsNothingOfItsParts(String path) {
        bystander.assertRefused(server.get(path), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../etc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/assets/../application.properties",
                "/assets/%2e%2e/application.properties",
                "/assets/..%2fapplication.properties",
                "/assets/%252e%252e/application.properties",
                "/assets/..;/application.properties",
                "/assets/..%5capplication.properties",
                "/assets//etc/passwd",
                "/messages/..%2f..%2factuator%2fenv",
                "/rooms/..%2f..%2factuator%2fenv",
                "/rooms/%2e%2e%2fmessages",
                "/%2fetc/passwd",
                "/./.git/config",
                "/%00",
                "/%ff",
                "/%zz",
            })
    void letsNobodyClimbOutOfIt(String path) {
        Reply reply = server.get(path);

        assertThat(reply.status()).isIn(400, 404);
        assertThat(reply.header("Content-Type")).contains("application/problem+json");
    }
}
