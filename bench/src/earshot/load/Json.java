package earshot.load;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One object of the result, in the order in which it was filled. Its texts are ours and need no escapes. */
final class Json {
    private final Map<String, String> members = new LinkedHashMap<>();

    Json put(String key, String value) {
        members.put(key, '"' + value + '"');
        return this;
    }

    Json put(String key, long value) {
        members.put(key, Long.toString(value));
        return this;
    }

    Json put(String key, double value) {
        members.put(key, Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : "null");
        return this;
    }

    Json put(String key, boolean value) {
        members.put(key, Boolean.toString(value));
        return this;
    }

    Json put(String key, Json value) {
        members.put(key, value.toString());
        return this;
    }

    @Override
    public String toString() {
        return members.entrySet().stream()
                .map(member -> '"' + member.getKey() + "\":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
