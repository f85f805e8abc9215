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
        command.addAll(List.of("--server.port=" + port, "--earshot.data-dir=" + directory.resolve("log")));
        return command;
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
