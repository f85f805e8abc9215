package chat.earshot;

import chat.earshot.stream.TakenPlaces;
import chat.earshot.testing.ChatClient;
import chat.earshot.testing.EventStream;
import chat.earshot.testing.RawHttp;
import chat.earshot.testing.StreamRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** The server under test as its users see it. Any thread. */
@Import(TakenPlaces.class)
public final class RunningServer implements AutoCloseable {

    private static final AtomicInteger ROOMS = new AtomicInteger();

    private final Environment environment;
    private final TakenPlaces places;
    private ChatClient client;

    RunningServer(Environment environment, TakenPlaces places) {
        this.environment = environment;
        this.places = places;
    }

    public int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    public URI base() {
        return URI.create("http://localhost:" + port());
    }

    /** A room that no other test knows. */
    public String newRoom() {
        return "room-" + ROOMS.incrementAndGet();
    }

    /** How many places its streams have taken, three each. Those of clients that have gone count until the server notices. */
    public int takenPlaces() {
        return places.count();
    }

    public synchronized ChatClient client() {
        client = client == null ? new ChatClient(base()) : client;
        return client;
    }

    /** Says so many things there, one after the other, and gives their ids. */
    public List<String> say(String room, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> client().post("text " + number, "ann", room).id())
                .toList();
    }

    /**
     * Has so many large events there, one after the other, and gives the last one's id. A hundred are more than the kernel
     * takes in for a reader that has stopped.
     */
    public String sayMuch(String room, int count) {
        String payload = "\"" + "x".repeat(60_000) + "\"";
        return IntStream.range(0, count)
                .mapToObj(number -> client().broadcast("big", payload, room).id())
                .toList()
                .getLast();
    }

    public StreamRequest events(String room) {
        return StreamRequest.to(base()).room(room);
    }

    /** Someone who hears what is said in the room from now on. */
    public EventStream listen(String room) {
        return events(room).open().awaitOpen();
    }

    public RawHttp connect() {
        return RawHttp.open("localhost", port());
    }

    /** Sends a request without a body on a connection of its own. */
    public RawHttp ask(String method, String path, String... headers) {
        return connect().send(request(method, path, headers));
    }

    public Reply get(String path, String... headers) {
        try (RawHttp http = ask("GET", path, headers)) {
            return Reply.read(http);
        }
    }

    public Reply post(String path, String type, String body, String... headers) {
        return post(path, type, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** Posts these bytes as they are. */
    public Reply post(String path, String type, byte[] body, String... headers) {
        String[] all = Stream.concat(
                        Stream.of("Content-Type: " + type, "Content-Length: " + body.length), Stream.of(headers))
                .toArray(String[]::new);
        try (RawHttp http = ask("POST", path, all).send(body)) {
            return Reply.read(http);
        }
    }

    /** The bytes of a request up to the body. */
    public String request(String method, String path, String... headers) {
        String lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return method + " " + path + " HTTP/1.1\r\nHost: localhost:" + port() + "\r\n" + lines + "\r\n";
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
        }
    }
}
