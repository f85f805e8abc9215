package earshot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The broadcast loop of the tutorials, on Express. */
record Express() implements Peer {

    private static final Path HOME = Project.BENCH.resolve("peers/express");
    private static final Path MODULES = HOME.resolve("node_modules");

    @Override
    public String name() {
        return "express";
    }

    @Override
    public Optional<String> missing() {
        if (Command.onPath("node").isEmpty()) {
            return Optional.of("no node found; apt-get install nodejs npm");
        }
        return Files.exists(MODULES) || Command.onPath("npm").isPresent()
                ? Optional.empty()
                : Optional.of("no npm found to fetch Express; apt-get install npm");
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        if (!Files.exists(MODULES)) {
            Command.mustSucceed(HOME, "npm", Files.exists(HOME.resolve("package-lock.json")) ? "ci" : "install");
        }
    }

    @Override
    public List<String> command(int port, Path directory) {
        return List.of(Command.onPath("node").orElseThrow(), HOME.resolve("server.js").toString(), Integer.toString(port));
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("NODE_ENV", "production");
    }

    @Override
    public Map<String, String> versions() {
        String express = Command.output("node", "-p", "require('" + MODULES.resolve("express/package.json") + "').version");
        return Map.of("node", Command.output("node", "-v"), "Express", express);
    }
}
