package chat.earshot.web;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.Bystander;
import chat.earshot.EarshotTest;
import chat.earshot.Reply;
import chat.earshot.RunningServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
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
    private final Bystander bystander;

    UntrustedProxyTests(RunningServer server) {
        this.server = server;
        this.bystander = new Bystander(server);
    }

    @AfterEach
    void leave() {
        bystander.close();
    }

    @Test
    void sharesOneLimitAndIsToldOnce(CapturedOutput output) {
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Reply reply = post("192.0.2." + i);
            if (reply.status() == 201) {
                taken.add(reply.text("id"));
            } else {
                bystander.assertRefused(reply, 429, "too-many-posts");
            }
        }

        assertThat(taken).hasSizeLessThan(6);
        bystander.assertHeard(taken);
        assertThat(output.toString().split("earshot.trusted-proxies", -1)).hasSize(2);
    }

    private Reply post(String forwarded) {
        String path = "/messages?room=" + bystander.room();
        return server.post(path, "text/plain", "hello", "X-Forwarded-For: " + forwarded);
    }
}
