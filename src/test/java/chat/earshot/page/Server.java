package chat.earshot.page;

import chat.earshot.testing.ChatClient;
import chat.earshot.testing.ChatClient.Answer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The running server as these tests see it: its rooms' addresses, and who speaks there from elsewhere. */
record Server(URI base, ChatClient client) {

    static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private static final AtomicInteger ROOMS = new AtomicInteger();

    static Server at(int port) {
        return at(URI.create("http://localhost:" + port + "/"));
    }

    static Server at(URI base) {
        return new Server(base, new ChatClient(base));
    }

    /** A room that no other test has. */
    static String freshRoom() {
        return "talk-" + ROOMS.incrementAndGet();
    }

    URI page(String room) {
        return page(base, room);
    }

    static URI page(URI base, String room) {
        return base.resolve("rooms/" + room);
    }

    Answer get(String path) {
        return client.send(client.request(path).header("Accept", BROWSER).GET());
    }

    /** Says these, one after the other; the answer is the last one's. */
    Answer say(String room, String author, String... texts) {
        Answer answer = null;
        for (String text : texts) {
            answer = client.post(text, author, room);
            assert answer.status() == 201 : answer;
        }
        return answer;
    }

    /** Says "text 1" to "text N". */
    void sayMany(String room, int count) {
        IntStream.rangeClosed(1, count).forEach(i -> say(room, "ann", "text " + i));
    }

    /** As a browser's own form does. */
    Answer postForm(String room, Map<String, String> fields) {
        return client.send(form(room, fields).header("Accept", BROWSER));
    }

    /** The same by a client that sends the body only when it is asked to, and so hears a refusal before it. */
    Answer offerForm(String room, Map<String, String> fields) {
        return client.send(form(room, fields).header("Accept", BROWSER).expectContinue(true));
    }

    Answer postFormWithKey(String room, Map<String, String> fields, String key) {
        return client.send(form(room, fields).header("Accept", BROWSER).header("Idempotency-Key", key));
    }

    HttpRequest.Builder form(String room, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return client.request("/messages?room=" + room)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }
}
