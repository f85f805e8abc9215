package earshot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The naive loop over SseEmitters on Tomcat, as most Spring tutorials have it. */
record SpringLoop() implements Peer {

    private static final Path HOME = Project.BENCH.resolve("peers/spring-loop");
    private static final Path JAR = HOME.resolve("target/spring-loop.jar");
    private static final Pattern BOOT =
            Pattern.compile("spring-boot-starter-parent</artifactId>\\s*<version>([^<]+)</version>");

    @Override
    public String name() {
        return "spring";
    }

    @Override
    public Optional<String> missing() {
        return Files.exists(HOME) ? Optional.empty() : Optional.of("no bench/peers/spring-loop in this checkout");
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        if (!Files.exists(JAR)) {
            String wrapper = Project.ROOT.resolve("mvnw").toString();
            Command.mustSucceed(Project.ROOT, wrapper, "-q", "-f", HOME.resolve("pom.xml").toString(), "-DskipTests", "package");
        }
    }

    @Override
    public List<String> command(int port, Path directory) {
        return List.of(Jdk.java(), "-jar", JAR.toString(), "--server.port=" + port);
    }

    @Override
    public boolean onJvm() {
        return true;
    }

    @Override
    public Map<String, String> versions() {
        try {
            var found = BOOT.matcher(Files.readString(HOME.resolve("pom.xml")));
            return Map.of("Spring Boot (the loop)", found.find() ? found.group(1) : "unknown");
        } catch (IOException e) {
            return Map.of("Spring Boot (the loop)", "unknown");
        }
    }
}
