package chat.earshot.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.earshot.EarshotTest;
import chat.earshot.Reply;
import chat.earshot.RunningServer;
import chat.earshot.testing.EventStream;
import chat.earshot.testing.RawHttp;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** A server that shows more of Actuator than health: on a port of its own, to its own host and to no page of another site. */
@EarshotTest(
        properties = {
            "management.endpoints.web.exposure.include=*",
            "management.server.port=0",
            "management.endpoint.shutdown.access=unrestricted",
            "earshot.cors.allowed-origins=https://app.example"
        })
class ManagementTests {

    private final RunningServer server;
    private final int port;

    ManagementTests(RunningServer server, @LocalManagementPort int port) {
        this.server = server;
        this.port = port;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/env", "/actuator/beans", "/actuator/threaddump"})
    void showsItThere(String path) {
        Reply reply = ask("GET", path, "localhost:" + port);

        assertThat(reply.status()).isEqualTo(200);
        assertGuarded(reply);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/health",
                "/actuator/env",
                "/actuator/beans",
                "/actuator/heapdump",
                "/actuator/shutdown",
                "/actuator/loggers"
            })
    void showsNothingOfItHere(String path) {
        assertThat(server.get(path).status()).isEqualTo(404);
        assertThat(server.post(path, "application/json", "{}").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/livez", "/readyz"})
    void keepsTheProbesWhereTheyWere(String path) {
        assertThat(server.get(path).text("status")).isEqualTo("UP");
        assertThat(ask("GET", path, "localhost").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/messages", "/rooms", "/events", "/broadcast"})
    void hasNoRoomsThere(String path) {
        Reply reply = ask("GET", path, "localhost");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.problem()).isEqualTo("not-found");
        assertGuarded(reply);
    }

    @Test
    void stillServesHere() {
        String room = server.newRoom();
        try (EventStream stream = server.listen(room)) {
            String id = server.say(room, 1).getFirst();

            assertThat(stream.nextEvent().id()).isEqualTo(id);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, 200",
        "127.0.0.1, 200",
        "127.0.0.1:8081, 200",
        "[::1], 200",
        "evil.example, 421",
        "localhost.evil.example, 421",
        "localhost., 421"
    })
    void isCalledByItsOwnHostAlone(String host, int status) {
        Reply reply = ask("GET", "/actuator/env", host);

        assertThat(reply.status()).isEqualTo(status);
        assertGuarded(reply);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://evil.example",
                "Origin: https://app.example",
                "Origin: null",
                "Origin: http://localhost",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site"
            })
    void doesNothingForAPageOfAnotherSite(String header) {
        for (String path : List.of("/actuator/shutdown", "/actuator/loggers/chat.earshot")) {
            Reply reply = ask("POST", path, "localhost:" + port, header, "Content-Length: 0");

            assertThat(reply.problem()).isEqualTo("origin-not-allowed");
            assertGuarded(reply);
        }
        assertThat(server.get("/livez").status()).isEqualTo(200);
    }

    @Test
    void allowsNobodyToAskFromAnotherSite() {
        Reply reply = ask(
                "OPTIONS",
                "/actuator/loggers/chat.earshot",
                "localhost",
                "Origin: https://app.example",
                "Access-Control-Request-Method: POST");

        assertThat(reply.status()).isEqualTo(403);
        assertGuarded(reply);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            404 | GET    | /nothing
            404 | GET    | /actuator/nothing
            404 | GET    | /actuator/health/nothing
            405 | DELETE | /actuator/env
            405 | TRACE  | /actuator/env
            400 | GET    | /%zz
            400 | GET    | /actuator/..;/env
            400 | GET    | /actuator/loggers/%00
            """)
    void refusesInFewWords(int status, String method, String path) {
        Reply reply = ask(method, path, "localhost");

        assertThat(reply.status()).isEqualTo(status);
        assertGuarded(reply);
        assertSaysLittle(reply);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello\r\n\r\n", "GET / HTTP/7.3\r\nHost: localhost\r\n\r\n", "GET / HTTP/1.1\r\n\r\n"})
    void saysLittleWhereTheContainerRefuses(String request) {
        try (RawHttp http = RawHttp.open("localhost", port).send(request)) {
            Reply reply = Reply.read(http);

            assertThat(reply.status()).isIn(400, 505);
            assertGuarded(reply);
            assertSaysLittle(reply);
        }
    }

    @Test
    void isNotThereForOtherHosts() throws Exception {
        InetAddress other = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(other != null, "this machine has no other address");

        try (Socket main = new Socket(other, server.port())) {
            assertThat(main.isConnected()).isTrue();
        }
        assertThatThrownBy(() -> new Socket(other, port).close()).isInstanceOf(ConnectException.class);
    }

    private Reply ask(String method, String path, String host, String... headers) {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        try (RawHttp http = RawHttp.open("localhost", port)
                .send(method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + more + "\r\n")) {
            return Reply.read(http);
        }
    }

    private static void assertGuarded(Reply reply) {
        SecurityHeaders.ALL.forEach(
                (name, value) -> assertThat(reply.header(name)).as(name).contains(value));
        assertThat(reply.head().headers()).doesNotContainKeys("Server", "X-Powered-By");
        assertThat(reply.head().headers().keySet()).noneMatch(name -> name.startsWith("Access-Control"));
    }

    private static void assertSaysLittle(Reply reply) {
        assertThat(reply.body()).doesNotContainIgnoringCase("jetty", "exception", "\tat ", "<html", "%zz");
    }
}
