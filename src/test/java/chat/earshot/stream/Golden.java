package chat.earshot.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.RunningServer;
import chat.earshot.testing.ChatClient.Answer;
import chat.earshot.testing.RawHttp;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Streams as bytes, written down by hand: nothing here is made by the code it judges. */
final class Golden {

    private static final Pattern SENT_AT =
            Pattern.compile("\"sentAt\":\"(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z)\"}\n");

    private Golden() {}

    /** These texts as one chunk each: the size in bytes, the bytes, and the CRLF that closes it. */
    static String chunks(String... texts) {
        StringBuilder all = new StringBuilder();
        for (String text : texts) {
            all.append(Integer.toHexString(text.getBytes(UTF_8).length))
                    .append("\r\n")
                    .append(text)
                    .append("\r\n");
        }
        return all.toString();
    }

    static String opening(String id) {
        return "retry: 3000\n: earshot\nid: " + id + "\n\n";
    }

    /** @param quoted the text as JSON has it */
    static String message(String id, String room, String author, String quoted, String sentAt) {
        return "id: " + id + "\ndata: {\"id\":\"" + id + "\",\"room\":\"" + room
                + "\",\"type\":\"message\",\"author\":\"" + author + "\",\"text\":\"" + quoted + "\",\"sentAt\":\""
                + sentAt + "\"}\n\n";
    }

    /** @param requested as JSON has it, be it null; the same for missed */
    static String gap(String room, String requested, String reason, String missed, String resumedAfter) {
        return "id: " + resumedAfter + "\nevent: gap\ndata: {\"room\":\"" + room + "\",\"requested\":" + requested
                + ",\"reason\":\"" + reason + "\",\"missed\":" + missed + ",\"resumedAfter\":\"" + resumedAfter
                + "\"}\n\n";
    }

    static String ping(int heartbeatMillis) {
        return "event: ping\ndata: {\"heartbeat\":" + heartbeatMillis + "}\n\n";
    }

    /** When the event in this answer was accepted. */
    static String sentAt(Answer posted) {
        Stream<MatchResult> found = SENT_AT.matcher(posted.body()).results();
        return found.findFirst().orElseThrow().group(1);
    }

    /** A stream whose head has been read, and whose first bytes are still to come. */
    static RawHttp stream(RunningServer server, String query, String... headers) {
        RawHttp http = server.ask("GET", "/events?" + query, headers);
        assertThat(http.readHead().status()).isEqualTo(200);
        return http;
    }

    /** Reads as many bytes as there should be and compares each. */
    static void assertNext(RawHttp http, String bytes) {
        assertThat(http.readBytes(bytes.getBytes(UTF_8).length)).asString(UTF_8).isEqualTo(bytes);
    }

    static String quoted(String id) {
        return "\"" + id + "\"";
    }

    /** Another position of the same room. */
    static String at(String id, long sequence) {
        return epoch(id) + "-" + sequence;
    }

    static String epoch(String id) {
        return id.substring(0, 8);
    }
}
