package chat.earshot.web;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.Bystander;
import chat.earshot.EarshotTest;
import chat.earshot.Reply;
import chat.earshot.RunningServer;
import chat.earshot.testing.RawHttp;
import chat.earshot.testing.ResponseHead;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other sites whose pages may listen and speak here. */
@EarshotTest(properties = "earshot.cors.allowed-origins=http://localhost:3000,https://app.example")
class AllowedOriginTests {

    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
    private static final String ALLOWED = "http://localhost:3000";
    private static final String CROSS_SITE = "Sec-Fetch-Site: cross-site";

    private final RunningServer server;
    private final Bystander bystander;

    AllowedOriginTests(RunningServer server) {
        this.server = server;
        this.bystander = new Bystander(server);
    }

    @AfterEach
    void leave() {
        bystander.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:3000", "https://app.example"})
    void letsAnAllowedPageSpeakAndReadTheAnswer(String origin) {
        Reply reply = post(origin);

        assertTaken(reply);
        assertThat(reply.header(ALLOW_ORIGIN)).contains(origin);
        assertThat(reply.header("Access-Control-Expose-Headers").orElseThrow()).contains("Location");
        assertThat(reply.head().headers().get("Vary")).contains("Origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/events?room=ROOM", "/messages", "/rooms"})
    void letsAnAllowedPageRead(String path) {
        assertThat(get(path, ALLOWED).header(ALLOW_ORIGIN)).contains(ALLOWED);
    }

    @Test
    void letsAnAllowedPageReadWhyItIsRefused() {
        Reply reply = server.post("/messages", "text/plain", "", "Origin: " + ALLOWED, CROSS_SITE);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.header(ALLOW_ORIGIN)).contains(ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:3001",
                "https://localhost:3000",
                "http://localhost:3000.evil.com",
                "http://localhost:3000/",
                "http://LOCALHOST:3000",
                "http://localhost.:3000",
                "http://ann@localhost:3000",
                "http://evil-localhost:3000",
                "http://localhost:3000,https://app.example",
                "http://localhost:3000\r\nOrigin: https://evil.example",
                "https://evil.example\r\nOrigin: http://localhost:3000",
                "http://localhost:3000\r\nOrigin: http://localhost:3000",
                "https://app.example:443",
                "https://app.example:8443",
                "https://evil.app.example",
                "https://evil-app.example",
                "https://app.example.evil.example",
                "https://xn--pp-eia.example",
                "",
                "http://app.example",
                "https://evil.example",
                "null"
            })
    void letsNoOtherPageSpeak(String origin) {
        Reply reply = post(origin);

        bystander.assertRefused(reply, 403, "origin-not-allowed");
        assertThat(reply.header(ALLOW_ORIGIN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/events?room=ROOM", "/messages", "/rooms", "/", "/assets/js/main.js", "/nowhere"})
    void tellsCachesThatOriginsDiffer(String path) {
        for (String origin : new String[] {ALLOWED, "https://evil.example"}) {
            assertThat(varies(get(path, origin))).as(origin).contains("Origin");
        }
        assertThat(varies(head("GET", path))).contains("Origin");
        assertThat(varies(head("GET", path, "Accept-Encoding: gzip", "Accept: text/html, */*")))
                .contains("Origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/events?room=ROOM", "/messages", "/rooms"})
    void letsNoOtherPageRead(String path) {
        ResponseHead head = get(path, "https://evil.example");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.headers().keySet()).noneMatch(name -> name.startsWith("Access-Control"));
    }

    @Test
    void stillLetsItsOwnPageSpeak() {
        String ours = "http://localhost:" + server.port();

        assertTaken(server.post("/messages?room=" + bystander.room(), "text/plain", "x", "Origin: " + ours));
    }

    @Test
    void answersThePreflightOfAnAllowedPage() {
        ResponseHead head = preflight(ALLOWED, "POST", "content-type,idempotency-key");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header(ALLOW_ORIGIN)).contains(ALLOWED);
        assertThat(head.header("Access-Control-Allow-Methods").orElseThrow()).contains("POST");
        assertThat(head.header("Access-Control-Allow-Headers").orElseThrow())
                .containsIgnoringCase("content-type")
                .containsIgnoringCase("idempotency-key");
    }

    @Test
    void letsAPolyfillSendTheHeadersOfAnEventSource() {
        assertThat(preflight(ALLOWED, "GET", "last-event-id,cache-control").status())
                .isEqualTo(200);
    }

    @Test
    void allowsNoCookies() {
        assertThat(preflight(ALLOWED, "POST", "content-type").header("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "PUT", "PATCH", "nonsense"})
    void refusesAPreflightForAMethodThatIsNotThere(String method) {
        assertThat(preflight(ALLOWED, method, "content-type").status()).isEqualTo(403);
    }

    @Test
    void refusesAPreflightForAnotherHeader() {
        assertThat(preflight(ALLOWED, "POST", "x-other").status()).isEqualTo(403);
    }

    @Test
    void refusesThePreflightOfAnotherPage() {
        ResponseHead head = preflight("https://evil.example", "POST", "content-type");

        assertThat(head.status()).isEqualTo(403);
        assertThat(head.header(ALLOW_ORIGIN)).isEmpty();
    }

    private void assertTaken(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        bystander.assertHeard(List.of(reply.text("id")));
    }

    private static String varies(ResponseHead head) {
        return String.join(", ", head.headers().getOrDefault("Vary", List.of()));
    }

    private Reply post(String origin) {
        return server.post("/messages?room=" + bystander.room(), "text/plain", "x", "Origin: " + origin, CROSS_SITE);
    }

    private ResponseHead get(String path, String origin) {
        return head("GET", path, "Origin: " + origin, CROSS_SITE);
    }

    private ResponseHead preflight(String origin, String method, String headers) {
        return head(
                "OPTIONS",
                "/messages",
                "Origin: " + origin,
                "Access-Control-Request-Method: " + method,
                "Access-Control-Request-Headers: " + headers);
    }

    private ResponseHead head(String method, String path, String... headers) {
        try (RawHttp http = server.ask(method, path.replace("ROOM", bystander.room()), headers)) {
            return http.readHead();
        }
    }
}
