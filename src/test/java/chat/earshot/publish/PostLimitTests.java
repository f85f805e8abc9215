package chat.earshot.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.earshot.Bystander;
import chat.earshot.EarshotTest;
import chat.earshot.Reply;
import chat.earshot.RunningServer;
import chat.earshot.testing.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Someone who speaks without a pause is told to wait; the others are heard. */
@EarshotTest(properties = {"earshot.limits.post-burst=" + PostLimitTests.BURST, "earshot.limits.posts-per-second=1"})
class PostLimitTests {

    static final int BURST = 5;

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private final RunningServer server;
    private final Bystander bystander;
    private final List<String> taken = new ArrayList<>();
    private final int network = ADDRESSES.incrementAndGet();
    private final String address = "192.0.2." + network;

    PostLimitTests(RunningServer server) {
        this.server = server;
        this.bystander = new Bystander(server);
    }

    @AfterEach
    void leave() {
        bystander.assertHeard(taken);
        bystander.close();
    }

    @Test
    void takesABurst() {
        for (int i = 0; i < BURST; i++) {
            assertThat(say("hello").status()).isEqualTo(201);
        }
    }

    @Test
    void refusesWhatComesAfterIt() {
        Reply refused = afterTheBurst("/messages", "text/plain", "too much");

        bystander.assertRefused(refused, 429, "too-many-posts");
        assertThat(refused.header("Retry-After")).contains("1");
    }

    @Test
    void countsBroadcastsToo() {
        Reply refused = afterTheBurst("/broadcast", "application/json", "{\"event\":\"x\",\"payload\":1}");

        bystander.assertRefused(refused, 429, "too-many-posts");
    }

    @Test
    void countsWhatWasRefusedForAnotherReason() {
        int most = 20 * BURST;
        while (post("/messages", "application/json", "{").status() == 400) {
            assertThat(most--).isPositive();
        }

        assertThat(post("/messages", "application/json", "{").status()).isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.6.6.6, ", "127.0.0.1, ::1,", "6.6.6.6\r\nX-Forwarded-For: "})
    void isNotFooledByWhatStandsLeftOfTheAddress(String madeUp) {
        exhaust();

        assertThat(say("hello", madeUp + address).status()).isEqualTo(429);
    }

    @Test
    void countsAnIpv6NetworkAsOne() {
        int most = 20 * BURST;
        while (say("hello", "2001:db8:1:" + network + "::1").status() != 429) {
            assertThat(most--).isPositive();
        }

        assertThat(say("hello", "2001:db8:1:" + network + ":ffff::2").status()).isEqualTo(429);
    }

    @Test
    void leavesOthersAlone() {
        exhaust();

        assertThat(say("hello", "198.51.100.1").status()).isEqualTo(201);
        assertThat(server.get("/livez", "X-Forwarded-For: " + address).status()).isEqualTo(200);
    }

    @Test
    void takesMoreAfterAWhile() {
        exhaust();

        await().atMost(Deadline.GENEROUS).until(() -> say("hello").status() == 201);
    }

    @Test
    void givesABrowserItsTextBack() {
        exhaust();
        Reply page = server.post(
                "/messages?room=" + bystander.room(),
                "application/x-www-form-urlencoded",
                "text=what+I+typed",
                "X-Forwarded-For: " + address,
                "Accept: text/html");

        assertThat(page.status()).isEqualTo(429);
        assertThat(page.header("Retry-After")).contains("1");
        assertThat(page.body()).contains("what I typed");
    }

    private Reply afterTheBurst(String path, String type, String body) {
        exhaust();
        return post(path, type, body);
    }

    /** A token comes back each second, so on a slow machine it takes more than the burst. */
    private void exhaust() {
        int most = 20 * BURST;
        while (say("hello").status() != 429) {
            assertThat(most--).isPositive();
        }
    }

    private Reply say(String text) {
        return say(text, address);
    }

    private Reply say(String text, String forwardedFor) {
        Reply reply = post("/messages", "text/plain", text, forwardedFor);
        if (reply.status() == 201) {
            taken.add(reply.text("id"));
        }
        return reply;
    }

    private Reply post(String path, String type, String body) {
        return post(path, type, body, address);
    }

    private Reply post(String path, String type, String body, String forwardedFor) {
        return server.post(path + "?room=" + bystander.room(), type, body, "X-Forwarded-For: " + forwardedFor);
    }
}
