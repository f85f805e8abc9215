import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Starts Earshot by the command given, on a free port and with its log in a temporary directory, asks what its first
 * clients will ask, and stops it by SIGTERM. A JVM that records an AOT cache writes it at that end. bin/aot runs this
 * with `java Rehearsal.java`; it leaves no process and no directory behind, also when it fails or is interrupted.
 */
class Rehearsal {

    private static final String OPEN = "Earshot is open: ";
    private static final int MINUTES = 3; // for all of it, which takes ten seconds on a quiet machine
    private static final int STOPPED_BY_SIGTERM = 128 + 15;

    private final Process server;
    private final List<String> said = new ArrayList<>();

    Rehearsal(Process server) {
        this.server = server;
    }

    public static void main(String[] command) throws Exception {
        Path data = Files.createTempDirectory("earshot-rehearsal");
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(List.of("--server.port=0", "--server.address=127.0.0.1", "--earshot.data-dir=" + data));
        Process server = new ProcessBuilder(words).redirectErrorStream(true).start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> cleanUp(server, data)));
        System.exit(new Rehearsal(server).play() ? 0 : 1);
    }

    private boolean play() throws IOException, InterruptedException {
        CompletableFuture.delayedExecutor(MINUTES, TimeUnit.MINUTES).execute(server::destroyForcibly);
        BufferedReader output = server.inputReader();
        URI address = awaitOpen(output);
        if (address == null) {
            return fail("Earshot did not start");
        }
        Thread rest = Thread.startVirtualThread(() -> output.lines().forEach(said::add));
        ask(address);
        server.toHandle().destroy(); // SIGTERM; Process.destroy would close the output under the writing of the cache
        int status = server.waitFor();
        rest.join();
        return status == STOPPED_BY_SIGTERM || fail("Earshot ended with " + status);
    }

    private URI awaitOpen(BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            int at = line.indexOf(OPEN);
            if (at >= 0) {
                String port = line.substring(at).replaceFirst(".*?localhost:(\\d+).*", "$1");
                return URI.create("http://127.0.0.1:" + port + "/");
            }
        }
        return null;
    }

    /** A little of everything, once: what runs here is what the first answer of a later start finds prepared. */
    private static void ask(URI address) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String path : List.of("readyz", "livez", "", "messages", "rooms")) {
                expect(200, client.send(get(address, path), BodyHandlers.discarding()));
            }
            HttpResponse<Stream<String>> stream = client.send(get(address, "events"), BodyHandlers.ofLines());
            HttpRequest post = HttpRequest.newBuilder(address.resolve("messages"))
                    .POST(BodyPublishers.ofString("hello"))
                    .header("Content-Type", "text/plain")
                    .build();
            expect(201, client.send(post, BodyHandlers.discarding()));
            try (Stream<String> lines = stream.body()) {
                lines.filter(line -> line.contains("hello")).findFirst().orElseThrow();
            }
            client.shutdownNow();
        }
    }

    private static HttpRequest get(URI address, String path) {
        return HttpRequest.newBuilder(address.resolve(path)).build();
    }

    private static void expect(int status, HttpResponse<?> answer) throws IOException {
        if (answer.statusCode() != status) {
            throw new IOException(answer.uri() + " was answered with " + answer.statusCode() + ", not " + status);
        }
    }

    private boolean fail(String why) {
        System.err.println(why + ". It said:");
        said.forEach(System.err::println);
        return false;
    }

    /** The cache is put together by a second JVM that the first starts at its end. */
    private static void cleanUp(Process server, Path data) {
        server.descendants().forEach(ProcessHandle::destroyForcibly);
        server.destroyForcibly();
        try (Stream<Path> files = Files.walk(data)) {
            server.waitFor();
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException | InterruptedException e) {
            System.err.println(data + " is left behind: " + e);
        }
    }
}
