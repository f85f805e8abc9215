package chat.earshot.page;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.testing.ChatClient.Answer;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Below a context path every address that the page names is still there. */
@WithServer
@TestPropertySource(properties = "server.servlet.context-path=/chat/room")
class ContextPathTests {

    @LocalServerPort
    int port;

    Server server;

    @BeforeEach
    void enter() {
        server = Server.at(URI.create("http://localhost:" + port + "/chat/room/"));
        server.sayMany("ideas", 60);
        server.sayMany("lobby", 60);
    }

    @Test
    void leadsNowhereElseFromTheLobby() {
        assertAllThere("/", server.get("/").body());
    }

    @Test
    void leadsNowhereElseFromARoom() {
        assertAllThere("/rooms/ideas", server.get("/rooms/ideas").body());
    }

    @Test
    void leadsNowhereElseFromARefusedMessage() {
        Answer refused = server.postForm("ideas", Map.of("text", " "));

        assertThat(refused.status()).isEqualTo(422);
        assertAllThere("/messages", refused.body());
    }

    @Test
    void comesBackAfterAMessage() {
        Answer said = server.postForm("ideas", Map.of("text", "hello"));

        assertThat(URI.create("/chat/room/messages")
                        .resolve(said.header("Location").orElseThrow()))
                .hasPath("/chat/room/rooms/ideas");
    }

    private void assertAllThere(String path, String page) {
        URI here = URI.create("/chat/room" + path);
        Set<URI> addresses = Pattern.compile("(?:href|src|action)=\"([^\"#]+)\"")
                .matcher(page)
                .results()
                .map(found -> here.resolve(found.group(1).replace("&amp;", "&")))
                .collect(Collectors.toSet());

        assertThat(addresses).hasSizeGreaterThan(8).allSatisfy(address -> {
            assertThat(address.getPath()).startsWith("/chat/room/");
            String below = address.toString().substring("/chat/room".length());
            assertThat(server.client().get(below).status()).isEqualTo(200);
        });
    }
}
