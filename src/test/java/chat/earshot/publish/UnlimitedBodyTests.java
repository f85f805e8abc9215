package chat.earshot.publish;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.EarshotTest;
import chat.earshot.RunningServer;
import chat.earshot.testing.RawHttp;
import org.junit.jupiter.api.Test;

/** A limit of 0 is none. */
@EarshotTest(properties = {"earshot.limits.body-size=0", "earshot.limits.body-timeout=0s"})
class UnlimitedBodyTests {

    private final RunningServer server;

    UnlimitedBodyTests(RunningServer server) {
        this.server = server;
    }

    @Test
    void takesMoreThanTheDefault() {
        assertThat(server.post("/broadcast", "application/json", event("x".repeat(200_000)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void waitsForTheRestOfABody() {
        String body = event("in two parts");
        String length = "Content-Length: " + body.length();
        try (RawHttp http = server.ask("POST", "/broadcast", "Content-Type: application/json", length)) {
            http.send(body.substring(0, 10));
            assertThat(server.get("/livez").status()).isEqualTo(200); // so the first part has been looked at
            http.send(body.substring(10));

            assertThat(http.readHead().status()).isEqualTo(200);
        }
    }

    private String event(String payload) {
        return "{\"room\":\"" + server.newRoom() + "\",\"event\":\"x\",\"payload\":\"" + payload + "\"}";
    }
}
