package chat.earshot.jar;

import chat.earshot.testing.History;
import chat.earshot.testing.RawHttp;
import java.io.UncheckedIOException;
import java.net.URI;
import tools.jackson.databind.json.JsonMapper;

/** A POST that is under way for as long as the test wants: first its head, then its body, then its answer. One thread. */
final class SlowPost implements AutoCloseable {

    private final String text;
    private final History history;
    private final RawHttp http;

    /** Sends the head and waits until the server asks for the body. */
    SlowPost(URI address, String room, String text, History history) {
        this.text = text;
        this.history = history;
        this.http = RawHttp.open(address.getHost(), address.getPort());
        history.sent(text, room, text, System.nanoTime());
        http.send("POST /messages?room=%s HTTP/1.1\r\nHost: %s\r\nContent-Type: text/plain\r\n"
                        .formatted(room, address.getAuthority())
                + "Content-Length: %d\r\nExpect: 100-continue\r\n\r\n".formatted(text.length()));
        if (http.readHead().status() != 100) {
            throw new AssertionError("The server does not want the body");
        }
    }

    SlowPost sendBody() {
        http.send(text);
        return this;
    }

    /** Waits for the answer and gives its status; 0 where the connection was cut instead. */
    int answer() {
        try {
            int status = http.readHead().status();
            String body = new String(http.readBody());
            if (status == 201) {
                String id = JsonMapper.shared().readTree(body).path("id").stringValue();
                history.acknowledged(text, id, System.nanoTime());
            } else if (status < 500) {
                history.refused(text, System.nanoTime());
            }
            return status;
        } catch (UncheckedIOException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
