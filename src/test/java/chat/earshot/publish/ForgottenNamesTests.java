package chat.earshot.publish;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.Bystander;
import chat.earshot.EarshotTest;
import chat.earshot.RunningServer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The names in what people send are theirs to choose, so they must cost nothing once the answer is given. */
@EarshotTest
class ForgottenNamesTests {

    private static final int NAMES = 1_000;
    private static final int LENGTH = 40_000;
    private static final long HALF_OF_THEM = NAMES * LENGTH / 2;

    private final RunningServer server;
    private final Bystander bystander;

    ForgottenNamesTests(RunningServer server) {
        this.server = server;
        this.bystander = new Bystander(server);
    }

    @AfterEach
    void leave() {
        bystander.close();
    }

    @Test
    void remembersNoNameOfAFieldItHasRefused() {
        post(0);
        long before = used();
        for (int i = 1; i <= NAMES; i++) {
            post(i);
        }

        assertThat(used() - before).isLessThan(HALF_OF_THEM);
    }

    private void post(int number) {
        String name = number + "x".repeat(LENGTH);
        assertThat(server.post("/messages", "application/json", "{\"" + name + "\":1}")
                        .problem())
                .isEqualTo("unknown-field");
    }

    private static long used() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
