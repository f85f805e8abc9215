package earshot.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One object of JSON as a flat map: {@code {"latency":{"p50":1}}} is {@code latency.p50 = 1}. Values are text, numbers (as
 * Double) and booleans; no lists. It reads what the load generator prints and writes the raw results, no more.
 */
final class Json {

    private static final Pattern TOKEN = Pattern.compile(
            "\"(?<name>[^\"]*)\"\\s*:\\s*(?:(?<open>\\{)|\"(?<text>[^\"]*)\"|(?<bare>[-+.\\w]+))|(?<close>\\})");

    private Json() {}

    static Map<String, Object> read(String json) {
        Map<String, Object> values = new LinkedHashMap<>();
        String prefix = "";
        Matcher token = TOKEN.matcher(json);
        while (token.find()) {
            if (token.group("close") != null) {
                prefix = "";
            } else if (token.group("open") != null) {
                prefix = token.group("name") + ".";
            } else {
                values.put(prefix + token.group("name"), value(token));
            }
        }
        return values;
    }

    private static Object value(Matcher token) {
        String bare = token.group("bare");
        return switch (bare) {
            case null -> token.group("text");
            case "true" -> true;
            case "false" -> false;
            case "null" -> "";
            default -> Double.valueOf(bare);
        };
    }

    static String write(Map<String, ?> values) {
        return values.entrySet().stream()
                .map(entry -> quoted(entry.getKey()) + ":" + written(entry.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String written(Object value) {
        return switch (value) {
            case Double number when number == Math.rint(number) && Math.abs(number) < 1e15 -> Long.toString(number.longValue());
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            default -> quoted(Objects.toString(value));
        };
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + '"';
    }
}
