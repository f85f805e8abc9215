package chat.earshot.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/** A front end that somebody else serves, on a port of its own. Its page tries to listen or speak here, and shows what came of it. */
final class OtherSite implements AutoCloseable {

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

    /** Its page, for a room there, which tries this; what more it takes stands behind it, {@code &name=value}. */
    URI page(URI earshot, String room, String trick) {
        return URI.create(origin() + "/?earshot=" + earshot + "&room=" + room + "&trick=" + trick);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestURI().getPath()) {
            case "/" -> answer(exchange, "text/html;charset=utf-8", page());
            case "/redirect" -> redirect(exchange);
            default -> answer(exchange, "image/x-icon", new byte[0]);
        }
    }

    private static void answer(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** Sends whoever comes on to where they say, with the method and body that they have. */
    private static void redirect(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders()
                .set("Location", exchange.getRequestURI().getQuery().replaceFirst("to=", ""));
        exchange.sendResponseHeaders(307, -1);
        exchange.close();
    }

    private static byte[] page() throws IOException {
        try (InputStream page = OtherSite.class.getResourceAsStream("other-site.html")) {
            return page.readAllBytes();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
