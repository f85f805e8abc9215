package earshot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** This project, as it ships: its jar, its flags, its log on disk with every message synced. */
record Earshot() implements Peer {

    @Override
    public String name() {
        return "earshot";
    }

    @Override
    public Optional<String> missing() {
        return Files.exists(Project.JAR) ? Optional.empty() : Optional.of("no target/earshot.jar; ./mvnw -DskipTests package");
    }

    @Override
    public void prepare() {}

    @Override
    public List<String> command(int port, Path directory) throws IOException {
        List<String> command = new ArrayList<>(List.of(Jdk.java()));
        command.addAll(Jdk.shippedFlags());
        command.addAll(List.of("-jar", Project.JAR.toString()));
        command.addAll(settings(port, directory));
        return command;
    }

    /** All load comes from one address, so what is limited for each is not limited here. */
    static List<String> settings(int port, Path directory) {
        return List.of(
                "--server.port=" + port,
                "--earshot.data-dir=" + directory.resolve("log"),
                "--earshot.limits.streams-per-address=0",
                "--earshot.limits.posts-per-second=0");
    }

    @Override
    public boolean onJvm() {
        return true;
    }

    @Override
    public Map<String, String> versions() {
        String commit = Command.output("git", "-C", Project.ROOT.toString(), "describe", "--always", "--dirty");
        return Map.of("Earshot", commit.isEmpty() ? "unknown" : commit);
    }
}
