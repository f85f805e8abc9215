package chat.earshot.testing;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an {@link EventStream} asks for. Immutable; each method gives a new one. Values go out as they are given, so what
 * must be percent-encoded is to be given encoded, and what is to be sent twice takes {@link RawHttp}.
 *
 * @param base scheme, host, port and context path, such as {@code http://localhost:8080}; {@code /events} is added
 * @param receiveBuffer bytes, as in {@link RawHttp#open(String, int, int)}; 0 leaves it to the system
 */
public record StreamRequest(URI base, Map<String, String> parameters, Map<String, String> headers, int receiveBuffer) {

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    public StreamRequest {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    public static StreamRequest to(URI base) {
        return new StreamRequest(base, Map.of(), Map.of("Accept", "text/event-stream"), 0);
    }

    public StreamRequest room(String room) {
        return parameter("room", room);
    }

    public StreamRequest last(int count) {
        return parameter("last", Integer.toString(count));
    }

    public StreamRequest parameter(String name, String value) {
        return new StreamRequest(base, with(parameters, name, value), headers, receiveBuffer);
    }

    /** By header. The empty id means none, as in a browser that has heard of none. */
    public StreamRequest lastEventId(String id) {
        Map<String, String> changed = with(headers, LAST_EVENT_ID, id);
        if (id.isEmpty()) {
            changed.remove(LAST_EVENT_ID);
        }
        return new StreamRequest(base, parameters, changed, receiveBuffer);
    }

    public StreamRequest header(String name, String value) {
        return new StreamRequest(base, parameters, with(headers, name, value), receiveBuffer);
    }

    public StreamRequest receiveBuffer(int bytes) {
        return new StreamRequest(base, parameters, headers, bytes);
    }

    /** Connects and sends this; {@link EventStream} tells the rest. */
    public EventStream open() {
        return EventStream.open(this);
    }

    String lastEventId() {
        return headers.getOrDefault(LAST_EVENT_ID, "");
    }

    RawHttp send() {
        RawHttp http = receiveBuffer > 0
                ? RawHttp.open(base.getHost(), port(), receiveBuffer)
                : RawHttp.open(base.getHost(), port());
        return http.send(text());
    }

    private int port() {
        return base.getPort() < 0 ? 80 : base.getPort();
    }

    private String text() {
        String query = joined(parameters, "=", "&");
        String path = base.getRawPath().replaceFirst("/$", "") + "/events" + (query.isEmpty() ? "" : "?" + query);
        String host = "Host: " + base.getHost() + ":" + port();
        return "GET " + path + " HTTP/1.1\r\n" + host + "\r\n" + joined(headers, ": ", "\r\n") + "\r\n\r\n";
    }

    private static String joined(Map<String, String> values, String equals, String and) {
        return values.entrySet().stream()
                .map(each -> each.getKey() + equals + each.getValue())
                .collect(Collectors.joining(and));
    }

    private static Map<String, String> with(Map<String, String> values, String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return changed;
    }
}
