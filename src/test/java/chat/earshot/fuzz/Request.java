package chat.earshot.fuzz;

import chat.earshot.Reply;
import chat.earshot.RunningServer;
import chat.earshot.testing.RawHttp;
import chat.earshot.testing.ResponseHead;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A request with whatever in it. Nothing in it breaks a line but the lines' own ends; {@link Mutation} breaks those.
 *
 * @param headers lines without their ends, besides Host and Content-Length
 */
record Request(String method, String target, List<String> headers, byte[] body) {

    /** What the container may answer to what it knows nothing of. */
    private static final Set<Integer> NOT_KNOWN = Set.of(501, 505);

    Reply send(RunningServer server) {
        try (RawHttp http = server.connect().send(bytes())) {
            ResponseHead head = http.readHead();
            while (head.status() < 200) { // 100 Continue
                head = http.readHead();
            }
            byte[] body = method.equals("HEAD") ? new byte[0] : http.readBody();
            return new Reply(head, new String(body, StandardCharsets.UTF_8));
        }
    }

    byte[] bytes() {
        String lines = headers.stream().map(header -> header + "\r\n").collect(Collectors.joining());
        String length = method.equals("POST") ? "Content-Length: " + body.length + "\r\n" : "";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(
                FuzzedText.bytes(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n" + lines + length + "\r\n"));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    static boolean isFailure(int status) {
        return status >= 500 && !NOT_KNOWN.contains(status);
    }

    /** As Java source, to send it again. */
    @Override
    public String toString() {
        return literal(new String(bytes(), StandardCharsets.ISO_8859_1));
    }

    static String literal(String bytes) {
        StringBuilder literal = new StringBuilder();
        bytes.chars()
                .forEach(c -> literal.append(c >= ' ' && c <= '~' ? Character.toString(c) : "\\x%02x".formatted(c)));
        return literal.toString();
    }
}
