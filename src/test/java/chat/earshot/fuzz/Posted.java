package chat.earshot.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.databind.json.JsonMapper;

/** What a request that was taken says, read in another way than the server's. */
final class Posted {

    private static final String TEXT = "text=";

    private Posted() {}

    /** The text of a message. */
    static String text(Request request) {
        String body = new String(request.body(), StandardCharsets.UTF_8);
        String type = String.join("\n", request.headers());
        if (type.contains("Content-Type: application/json")) {
            return JsonMapper.shared().readTree(body).get("text").stringValue();
        }
        if (type.contains("Content-Type: application/x-www-form-urlencoded")) {
            return Arrays.stream(new String(request.body(), ISO_8859_1).split("&"))
                    .filter(pair -> pair.startsWith(TEXT))
                    .map(pair -> decoded(pair.substring(TEXT.length())))
                    .findFirst()
                    .orElse(body);
        }
        return body;
    }

    /** @param value each character a byte */
    private static String decoded(String value) {
        return new String(URLDecoder.decode(value, ISO_8859_1).getBytes(ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** The payload of an event, as it is spelled but for the white space between its parts. */
    static String payload(Request request) {
        String json = compact(request);
        int depth = 0;
        int member = json.indexOf('{') + 1;
        int payload = -1;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '"') {
                int end = endOfString(json, i);
                if (i == member && name(json.substring(i, end)).equals("payload")) {
                    payload = end + 1;
                }
                i = end - 1;
            }
            depth += "{[".indexOf(c) >= 0 ? 1 : "}]".indexOf(c) >= 0 ? -1 : 0;
            if (c == ',' && depth == 1 || c == '}' && depth == 0) {
                if (payload >= 0) {
                    return json.substring(payload, i);
                }
                member = i + 1;
            }
        }
        throw new AssertionError("No payload: " + json);
    }

    private static String name(String quoted) {
        return JsonMapper.shared().readTree(quoted).stringValue();
    }

    /** @param start where its opening quote is */
    private static int endOfString(String json, int start) {
        int i = start + 1;
        while (json.charAt(i) != '"') {
            i += json.charAt(i) == '\\' ? 2 : 1;
        }
        return i + 1;
    }

    /** The JSON of an event without the white space between its parts. */
    private static String compact(Request request) {
        StringBuilder compact = new StringBuilder();
        boolean quoted = false;
        boolean escaped = false;
        for (char c : new String(request.body(), StandardCharsets.UTF_8).toCharArray()) {
            if (quoted || " \t\r\n".indexOf(c) < 0) {
                compact.append(c);
            }
            quoted ^= c == '"' && !escaped;
            escaped = c == '\\' && !escaped;
        }
        return compact.toString();
    }
}
