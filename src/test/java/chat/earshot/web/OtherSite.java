package chat.earshot.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A front end that somebody else serves, on a port of its own. Its page listens in a room here with {@code EventSource}, then
 * speaks there with {@code fetch}, and shows what came of both.
 */
final class OtherSite implements AutoCloseable {

    private static final String PAGE = """
            <!doctype html>
            <title>Another site</title>
            <p id="heard"></p>
            <p id="location"></p>
            <p id="failed"></p>
            <script type="module">
              const show = (id, text) => { document.getElementById(id).textContent = text; };
              const asked = new URLSearchParams(location.search);
              const earshot = asked.get('earshot');
              const room = asked.get('room');
              const events = new EventSource(`${earshot}/events?room=${room}`);
              events.onmessage = (event) => show('heard', JSON.parse(event.data).text);
              events.onerror = () => { if (events.readyState === EventSource.CLOSED) show('heard', 'refused'); };
              const json = () => fetch(`${earshot}/messages`, {
                method: 'POST',
                headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'once' },
                body: JSON.stringify({ text: 'from another site', room }),
              });
              // What a browser sends without asking first.
              const simple = () => fetch(`${earshot}/messages?room=${room}`, {
                method: 'POST',
                headers: { 'Content-Type': 'text/plain' },
                body: 'from another site',
              });
              const tell = (answer) => answer.then(
                  (told) => show('location', told.headers.get('Location')), () => show('failed', 'refused'));
              if (asked.get('asks') === 'no') { tell(simple()); } else { events.onopen = () => tell(json()); }
            </script>
            """;

    private final HttpServer server;

    OtherSite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", OtherSite::answer);
        server.start();
    }

    String origin() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Its page, for a room there; it speaks once it listens. */
    URI page(URI earshot, String room) {
        return URI.create(origin() + "/?earshot=" + earshot + "&room=" + room);
    }

    /** The same page when it speaks at once, in a way that its browser does not ask about first. */
    URI pageThatDoesNotAsk(URI earshot, String room) {
        return URI.create(page(earshot, room) + "&asks=no");
    }

    private static void answer(HttpExchange exchange) throws IOException {
        boolean isPage = exchange.getRequestURI().getPath().equals("/");
        byte[] body = isPage ? PAGE.getBytes(StandardCharsets.UTF_8) : new byte[0];
        exchange.getResponseHeaders().set("Content-Type", isPage ? "text/html;charset=utf-8" : "image/x-icon");
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
