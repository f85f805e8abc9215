package chat.earshot;

import chat.earshot.testing.RawHttp;
import chat.earshot.testing.ResponseHead;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer read to its end. Immutable. */
public record Reply(ResponseHead head, String body) {

    private static final Pattern PROBLEM = Pattern.compile("^\\{\"type\":\"/problems/([a-z0-9-]+)\"");

    public static Reply read(RawHttp http) {
        ResponseHead head = http.readHead();
        return new Reply(head, new String(http.readBody(), StandardCharsets.UTF_8));
    }

    public int status() {
        return head.status();
    }

    public Optional<String> header(String name) {
        return head.header(name);
    }

    /** The last part of the problem's type; empty where the body is no problem. */
    public String problem() {
        Matcher problem = PROBLEM.matcher(body);
        return problem.find() ? problem.group(1) : "";
    }

    public JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    /** The string under this name. */
    public String text(String name) {
        return json().get(name).stringValue();
    }
}
