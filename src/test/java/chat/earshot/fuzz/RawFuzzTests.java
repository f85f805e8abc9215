package chat.earshot.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.RunningServer;
import chat.earshot.testing.RawHttp;
import chat.earshot.testing.SseBlock;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.system.CapturedOutput;

/** Requests with a few bytes wrong: each is answered or cut off soon, none fails, and what is stored was answered with yes. */
@FuzzTest
class RawFuzzTests {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3}) ");

    /** A good stream goes on for ever, so it is left once it stands somewhere. */
    private static final String STREAM = "\nid: ";

    private final RunningServer server;
    private final Witness witness;

    RawFuzzTests(RunningServer server) {
        this.server = server;
        this.witness = new Witness(server);
    }

    @AfterEach
    void leave() {
        witness.close();
    }

    @Test
    void areAnsweredOrCutOff(CapturedOutput log) {
        Fuzz.check(this::broken, request -> send(request.getBytes(StandardCharsets.ISO_8859_1)));

        witness.assertNothingElse();
        assertThat(log).doesNotContain("WARN");
    }

    /** Each character a byte. */
    private String broken(Dice dice) {
        String request = dice.pick(requests(witness.room()));
        return new String(
                Mutation.of(dice, request.getBytes(StandardCharsets.ISO_8859_1)), StandardCharsets.ISO_8859_1);
    }

    private static String[] requests(String room) {
        String host = " HTTP/1.1\r\nHost: localhost\r\n";
        String post = "POST /messages?room=" + room + host;
        String event = "{\"event\":\"x\",\"payload\":[1, {\"a\":null}],\"room\":\"" + room + "\"}";
        return new String[] {
            post + "Content-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello",
            post + "Content-Type: application/json\r\nAccept: */*\r\nContent-Length: 14\r\n\r\n{\"text\":\"hey\"}",
            post
                    + "Content-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n3;a=b\r\nhel\r\n2\r\nlo\r\n0\r\nX-After: 1\r\n\r\n",
            post + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 15\r\n\r\ntext=a+b&author",
            "POST /broadcast" + host + "Content-Type: application/json\r\nContent-Length: " + event.length()
                    + "\r\n\r\n" + event,
            "GET /messages?room=" + room + "&limit=3" + host + "Accept: application/json\r\n\r\n",
            "GET /events?room=" + room + "&last=2" + host + "Last-Event-ID: aaaaaaaa-1\r\n\r\n",
            "GET /rooms/" + room + host + "Accept-Language: de\r\nCookie: a=b\r\n\r\n",
            "HEAD /assets/js/main.js" + host + "Range: bytes=0-5\r\n\r\nOPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n"
        };
    }

    private void send(byte[] request) {
        String answers = new String(exchange(request), StandardCharsets.ISO_8859_1);

        Matcher status = STATUS.matcher(answers);
        boolean yes = false;
        while (status.find()) {
            int code = Integer.parseInt(status.group(1));
            assertThat(code).matches(each -> !Request.isFailure(each), "is no failure: " + answers);
            yes |= code == 200 || code == 201 || code == 303;
        }
        List<SseBlock> stored = witness.stored();
        assertThat(yes || stored.isEmpty() || answers.isEmpty()).as(answers).isTrue();
    }

    private byte[] exchange(byte[] request) {
        try (RawHttp http = server.connect()) {
            return http.send(request).finish().readUntil(STREAM);
        }
    }
}
