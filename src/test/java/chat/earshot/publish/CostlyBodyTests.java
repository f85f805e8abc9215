package chat.earshot.publish;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.Bystander;
import chat.earshot.EarshotTest;
import chat.earshot.Reply;
import chat.earshot.RunningServer;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Bodies that would cost more than they are worth: refused, and at once. The limit is raised, so that it is not their size that is
 * refused.
 */
@EarshotTest(properties = "earshot.limits.body-size=8MB")
class CostlyBodyTests {

    private static final Duration AT_ONCE = Duration.ofMillis(50);

    /** One of so many is quick even where the machine is busy with something else; with a cost that explodes none is. */
    private static final int ATTEMPTS = 30;

    private static final int MUCH = 1_000_000;
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    /** What it is, its type, the body, and the answer. A payload that is to be read to its end has a key twice there. */
    static final Object[][] MESSAGES = {
        {"a list 10,000 deep", JSON, "[".repeat(10_000), 400},
        {"a text 10,000 deep", JSON, "{\"text\":" + "[".repeat(10_000), 400},
        {"a text of objects 10,000 deep", JSON, "{\"text\":" + "{\"a\":".repeat(10_000), 400},
        {"a number of a million digits", JSON, "{\"text\":" + "1".repeat(MUCH) + "}", 400},
        {"a fraction of a million digits", JSON, "{\"text\":0." + "1".repeat(MUCH) + "}", 400},
        {"100,000 keys", JSON, keys(100_000), 422},
        {"100,000 keys in a text", JSON, "{\"text\":" + keys(100_000) + "}", 422},
        {"a key of a million letters", JSON, "{\"" + "k".repeat(MUCH) + "\":1}", 400},
        {"a text of a million letters", JSON, "{\"text\":\"" + "x".repeat(MUCH) + "\"}", 422},
        {"a text of 100,000 escapes", JSON, "{\"text\":\"" + "\\u00e4".repeat(MUCH / 10) + "\"}", 422},
        {"a text of a million spaces", JSON, "{\"text\":\"" + " ".repeat(MUCH) + "\"}", 422},
        {"an author of a million joiners", JSON, "{\"text\":\"x\",\"author\":\"" + "\u200d".repeat(MUCH) + "\"}", 422},
        {"a room of a million letters", JSON, "{\"text\":\"x\",\"room\":\"" + "x".repeat(MUCH) + "\"}", 400},
        {"a million spaces", JSON, " ".repeat(MUCH), 400},
        {"a plain text of a million letters", "text/plain", "x".repeat(MUCH), 422},
        {"a form of 100,000 fields", FORM, "text=x" + "&a=1".repeat(100_000), 422},
        {"a form of 100,000 texts", FORM, "text=x" + "&text=x".repeat(100_000), 400},
        {"a form of a million escapes", FORM, "text=" + "%41".repeat(MUCH), 422},
    };

    static final Object[][] PAYLOADS = {
        {"10,000 deep", "[".repeat(10_000) + "]".repeat(10_000)},
        {"of a million digits", "1".repeat(MUCH)},
        {"of 100,000 keys", "{" + members(100_000) + ",\"0\":1}"},
        {"of 8,192 keys that hash alike", "{" + alike(13) + ",\"" + "Aa".repeat(13) + "\":1}"},
    };

    private final RunningServer server;
    private final Bystander bystander;

    CostlyBodyTests(RunningServer server) {
        this.server = server;
        this.bystander = new Bystander(server);
    }

    @AfterEach
    void leave() {
        bystander.close();
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("MESSAGES")
    void isRefusedAtOnce(String what, String type, String body, int status) {
        assertRefusedAtOnce("/messages?room=" + bystander.room(), type, body, status);
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("PAYLOADS")
    void isRefusedAtOnceAsAPayload(String what, String payload) {
        String event = "{\"room\":\"" + bystander.room() + "\",\"event\":\"x\",\"payload\":" + payload + "}";
        assertRefusedAtOnce("/broadcast", JSON, event, 400);
    }

    private void assertRefusedAtOnce(String path, String type, String body, int status) {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < ATTEMPTS && fastest > AT_ONCE.toNanos(); i++) {
            long start = System.nanoTime();
            Reply reply = server.post(path, type, body);
            fastest = Math.min(fastest, System.nanoTime() - start);
            assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        }
        assertThat(Duration.ofNanos(fastest)).isLessThan(AT_ONCE);
    }

    private static String keys(int count) {
        return "{" + members(count) + "}";
    }

    private static String members(int count) {
        return IntStream.range(0, count).mapToObj(key -> "\"" + key + "\":1").collect(Collectors.joining(","));
    }

    /** All of so many pairs of letters, each pair either of two that hash alike. */
    private static String alike(int pairs) {
        return IntStream.range(0, 1 << pairs)
                .mapToObj(bits -> IntStream.range(0, pairs)
                        .mapToObj(pair -> (bits >> pair & 1) == 0 ? "Aa" : "BB")
                        .collect(Collectors.joining("", "\"", "\":1")))
                .collect(Collectors.joining(","));
    }
}
