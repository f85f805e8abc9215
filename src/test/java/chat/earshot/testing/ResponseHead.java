package chat.earshot.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A response's status line and headers. Immutable.
 *
 * @param statusLine as it came
 * @param headers the values under each name, in the order they came; the case of a name does not matter
 */
public record ResponseHead(String statusLine, Map<String, List<String>> headers) {

    /** @throws AssertionError where a line is not of HTTP/1.x */
    static ResponseHead of(List<String> lines) {
        if (!lines.getFirst().matches("HTTP/1\\.[01] [1-5][0-9]{2}( .*)?")) {
            throw new AssertionError("Not a status line of HTTP/1.x: " + lines.getFirst());
        }
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : lines.subList(1, lines.size())) {
            String[] parts = line.split(":", 2);
            if (parts.length < 2) {
                throw new AssertionError("Not a header: " + line);
            }
            headers.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(parts[1].strip());
        }
        return new ResponseHead(lines.getFirst(), Collections.unmodifiableMap(headers));
    }

    public int status() {
        return Integer.parseInt(statusLine.substring(9, 12));
    }

    /**
     * The one value of this header.
     *
     * @throws AssertionError where it came more than once
     */
    public Optional<String> header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new AssertionError(name + " came more than once: " + values);
        }
        return values.stream().findFirst();
    }

    public boolean isChunked() {
        return header("Transfer-Encoding").filter("chunked"::equalsIgnoreCase).isPresent();
    }

    boolean isEventStream() {
        return status() == 200 && header("Content-Type").orElse("").startsWith("text/event-stream");
    }

    /** Whether nothing follows, whatever the headers say (RFC 9110, 6.4.1). */
    boolean hasNoBody() {
        return status() < 200 || status() == 204 || status() == 304;
    }
}
