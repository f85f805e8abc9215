package chat.earshot.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chat.earshot.testing.ChatClient.Answer;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChatClientTests {

    private record Asked(String line, Headers headers, String body) {}

    private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
    private volatile int status = 201;
    private volatile String type = "application/json";
    private volatile String body = "{\"id\":\"k7f3q2ab-1\",\"payload\":{\"id\":\"other\"}}\n";
    private HttpServer server;
    private ChatClient client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        client = new ChatClient(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/context/"));
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    @Test
    void postsAPlainText() throws InterruptedException {
        Answer answer = client.post("grüße");

        Asked request = asked.take();
        assertThat(request.line()).isEqualTo("POST /context/messages");
        assertThat(request.headers().getFirst("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(request.body()).isEqualTo("grüße");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("content-type")).contains("application/json");
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.id()).isEqualTo("k7f3q2ab-1");
    }

    @Test
    void postsJson() throws InterruptedException {
        client.post("a \"b\"\n", "ann", "den");

        Asked request = asked.take();
        assertThat(request.headers().getFirst("Content-Type")).isEqualTo("application/json");
        assertThat(request.body())
                .contains("\"text\":\"a \\\"b\\\"\\n\"")
                .contains("\"author\":\"ann\"")
                .contains("\"room\":\"den\"");
    }

    @Test
    void postsWithAKey() throws InterruptedException {
        client.postWithKey("key 1", "hello", "den");

        Asked request = asked.take();
        assertThat(request.line()).isEqualTo("POST /context/messages");
        assertThat(request.headers().getFirst("Idempotency-Key")).isEqualTo("key 1");
        assertThat(request.body()).contains("\"text\":\"hello\"").contains("\"room\":\"den\"");
    }

    @Test
    void broadcastsThePayloadAsItStands() throws InterruptedException {
        client.broadcast("stockUpdate", "{ \"price\": 1.50,", "den");

        Asked request = asked.take();
        assertThat(request.line()).isEqualTo("POST /context/broadcast");
        assertThat(request.body())
                .contains("\"event\":\"stockUpdate\"")
                .contains("\"room\":\"den\"")
                .endsWith(",\"payload\":{ \"price\": 1.50,}");
    }

    @Test
    void getsAPath() throws InterruptedException {
        client.get("/messages?limit=1");

        assertThat(asked.take().line()).isEqualTo("GET /context/messages?limit=1");
    }

    @Test
    void sendsAnyRequest() throws InterruptedException {
        client.send(client.request("/x").header("Origin", "null").method("PATCH", BodyPublishers.ofString("y")));

        Asked request = asked.take();
        assertThat(request.line()).isEqualTo("PATCH /context/x");
        assertThat(request.headers().getFirst("Origin")).isEqualTo("null");
    }

    @Test
    void findsNoIdWhereThereIsNone() {
        body = "[{\"id\":\"k7f3q2ab-1\"}]";
        assertThat(client.get("/").id()).isNull();
        body = "{\"id\":5}";
        assertThat(client.get("/").id()).isNull();
        body = "";
        assertThat(client.get("/").id()).isNull();
        type = "text/plain";
        body = "{\"id\":\"k7f3q2ab-1\"}";
        assertThat(client.get("/").id()).isNull();
    }

    @Test
    void answersWhateverTheStatus() {
        status = 409;
        type = "application/problem+json";

        Answer answer = client.post("hello");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.id()).isNull();
    }

    @Test
    void tellsThatNoAnswerCame() {
        server.stop(0);

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> client.post("hello"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String said = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        asked.add(new Asked(line, exchange.getRequestHeaders(), said));
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
