package chat.earshot.jar;

import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.testing.ChatClient;
import chat.earshot.testing.EventStream;
import chat.earshot.testing.RawHttp;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A process that shows more of Actuator than health: it says on which port, and that port holds up neither its start nor its end. */
@Tag("jar")
class ManagementPortTests {

    private static final Pattern PORT = Pattern.compile("Actuator has port ([0-9]+) ");

    @AutoClose
    private final JarServers jar = new JarServers();

    @Test
    void hasAPortOfItsOwnAndEndsInTimeThoughSomebodyStillReadsThere() {
        JarServer server = JarServer.of(run("first"), jar.path("first"));
        int port = portOf(server.process());

        try (ChatClient here = new ChatClient(server.address());
                ChatClient there = new ChatClient(URI.create("http://127.0.0.1:" + port));
                EventStream stream = EventStream.open(server.address()).awaitOpen();
                RawHttp stalled = RawHttp.open("127.0.0.1", port, 4096)) {
            assertThat(here.get("/readyz").status()).isEqualTo(200);
            assertThat(here.get("/actuator/health").status()).isEqualTo(404);
            assertThat(there.get("/actuator/health").status()).isEqualTo(200);
            // Some dozen megabytes, far more than the socket buffers of a connection take.
            stalled.send("GET /actuator/heapdump HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(stalled.readHead().status()).isEqualTo(200);

            JarProcess.Exit exit = server.terminate();

            assertThat(exit.after()).isLessThan(Duration.ofSeconds(5));
            assertThat(stream.closed()).isCompleted();
        }
    }

    @Test
    void isSaidInOneLineToBeTaken() {
        JarServer server = JarServer.of(run("first"), jar.path("first"));
        int taken = portOf(server.process());

        JarProcess second = run("second", "--management.server.port=" + taken);

        NoStart.assertRefused(
                second, "port " + taken + " is taken", "--management.server.port=", "MANAGEMENT_SERVER_PORT=");
    }

    private JarProcess run(String data, String... more) {
        Stream<String> all = Stream.of(
                "--server.port=0",
                "--earshot.data-dir=" + jar.path(data),
                "--management.endpoints.web.exposure.include=health,heapdump",
                "--management.endpoint.heapdump.access=unrestricted");
        return jar.run(Stream.concat(all, Stream.of(more)).toArray(String[]::new));
    }

    private static int portOf(JarProcess process) {
        Matcher port = PORT.matcher(process.awaitLine("Actuator has port "));
        assertThat(port.find()).isTrue();
        return Integer.parseInt(port.group(1));
    }
}
