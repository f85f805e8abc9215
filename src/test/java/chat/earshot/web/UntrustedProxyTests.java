package chat.earshot.web;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.EarshotTest;
import chat.earshot.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A header from someone who is no proxy of ours says nothing. */
@EarshotTest(
        properties = {
            "earshot.trusted-proxies=10.0.0.0/8",
            "earshot.limits.post-burst=3",
            "earshot.limits.posts-per-second=1"
        })
@ExtendWith(OutputCaptureExtension.class)
class UntrustedProxyTests {

    private final RunningServer server;

    UntrustedProxyTests(RunningServer server) {
        this.server = server;
    }

    @Test
    void sharesOneLimitAndIsToldOnce(CapturedOutput output) {
        int refused = 0;
        for (int i = 0; i < 10; i++) {
            refused += post("192.0.2." + i) == 429 ? 1 : 0;
        }

        assertThat(refused).isGreaterThan(4);
        assertThat(output.toString().split("earshot.trusted-proxies", -1)).hasSize(2);
    }

    private int post(String forwarded) {
        return server.post("/messages?room=proxied", "text/plain", "hello", "X-Forwarded-For: " + forwarded)
                .status();
    }
}
