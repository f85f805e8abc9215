package chat.earshot.web;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.EarshotTest;
import chat.earshot.RunningServer;
import org.junit.jupiter.api.Test;

/** A page bent to our address can send any header but Host, so no other says by which name we were called. */
@EarshotTest(properties = {"earshot.allowed-hosts=chat.example", "server.forward-headers-strategy=native"})
class ForwardedHostTests {

    private final RunningServer server;

    ForwardedHostTests(RunningServer server) {
        this.server = server;
    }

    @Test
    void doesNotMakeUsGoByAnotherName() {
        assertThat(server.get("/messages", "X-Forwarded-Host: chat.example").status())
                .isEqualTo(421);
        assertThat(server.get("/messages", "Forwarded: host=chat.example").status())
                .isEqualTo(421);
    }
}
