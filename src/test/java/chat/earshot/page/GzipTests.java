package chat.earshot.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.testing.Deadline;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page and its files are compressed for who takes that, and nothing else ever is. */
@WithServer
class GzipTests {

    private static final String SCRIPT = "assets/js/main.js";

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    Server server;

    @BeforeEach
    void enter() {
        server = Server.at(port);
    }

    @AfterEach
    void close() {
        http.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "assets/css/base.css", SCRIPT, "assets/early.js", "assets/icon.svg"})
    void thePageAndItsFilesComeSmaller(String path) throws Exception {
        HttpResponse<byte[]> plain = get(path, "identity");
        HttpResponse<byte[]> small = get(path, "br, gzip;q=0.8");

        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(small.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(small.headers().firstValue("Vary").orElse("")).contains("Accept-Encoding");
        assertThat(small.headers().firstValueAsLong("Content-Length")).hasValue(small.body().length);
        assertThat(small.headers().firstValue("Content-Type"))
                .isEqualTo(plain.headers().firstValue("Content-Type"));
        assertThat(small.body().length).isLessThan(plain.body().length);
        assertThat(new String(inflated(small.body()), UTF_8))
                .isEqualTo(Comments.takenOut(path, new String(plain.body(), UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip;q=0", "gzip;q=0.000, deflate", "deflate, br", "x-gzipped", ";", ",;q=1"})
    void notForWhoDoesNotTakeIt(String accepted) throws Exception {
        assertThat(get(SCRIPT, accepted).headers().firstValue("Content-Encoding"))
                .isEmpty();
        assertThat(get("", accepted).headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void aFileIsSentOnceInEachForm() throws Exception {
        String plain = get(SCRIPT, "identity").headers().firstValue("ETag").orElseThrow();
        String small = get(SCRIPT, "gzip").headers().firstValue("ETag").orElseThrow();

        assertThat(small).isNotEqualTo(plain);
        assertThat(get(SCRIPT, "gzip", "If-None-Match", small).statusCode()).isEqualTo(304);
        assertThat(get(SCRIPT, "identity", "If-None-Match", plain).statusCode()).isEqualTo(304);
        assertThat(get(SCRIPT, "gzip", "If-None-Match", plain).statusCode()).isEqualTo(200);
    }

    @Test
    void aFilesHeadersCanBeAskedForAlone() throws Exception {
        HttpResponse<byte[]> whole = get(SCRIPT, "gzip");
        HttpResponse<byte[]> head = http.send(request(SCRIPT, "gzip").HEAD().build(), BodyHandlers.ofByteArray());

        assertThat(head.statusCode()).isEqualTo(200);
        for (String name : new String[] {"Content-Encoding", "Content-Length", "ETag", "Vary"}) {
            assertThat(head.headers().firstValue(name))
                    .isPresent()
                    .isEqualTo(whole.headers().firstValue(name));
        }
        assertThat(http.send(request("", "gzip").HEAD().build(), BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aRefusedFormComesSmallerToo() throws Exception {
        HttpResponse<byte[]> refused = http.send(
                server.form("lobby", Map.of("text", " "))
                        .header("Accept", Server.BROWSER)
                        .header("Accept-Encoding", "gzip")
                        .build(),
                BodyHandlers.ofByteArray());

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(new String(inflated(refused.body()))).contains("visible character", "</html>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "rooms", "actuator/health", "rooms/Not%20a%20room"})
    void whatProgramsReadStaysAsItIs(String path) throws Exception {
        HttpResponse<byte[]> answer = get(path, "gzip");

        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(new String(answer.body())).matches("(?s)[\\[{].*[\\]}]\\s*");
    }

    @Test
    void soDoesAStreamWhoeverAsks() throws Exception {
        HttpResponse<InputStream> stream = http.send(request("events", "gzip").build(), BodyHandlers.ofInputStream());
        try (InputStream body = stream.body()) {
            assertThat(stream.headers().firstValue("Content-Encoding")).isEmpty();
            assertThat(new String(body.readNBytes(6))).isEqualTo("retry:");
        }
    }

    private HttpResponse<byte[]> get(String path, String accepted, String... headers) throws Exception {
        HttpRequest.Builder request = request(path, accepted);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String path, String accepted) {
        return HttpRequest.newBuilder(server.base().resolve(path))
                .timeout(Deadline.GENEROUS)
                .header("Accept", Server.BROWSER)
                .header("Accept-Encoding", accepted);
    }

    private static byte[] inflated(byte[] compressed) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(compressed)).readAllBytes();
    }
}
