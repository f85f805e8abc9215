package earshot.bench;

import java.io.IOException;

/** One measurement: a peer's turn in a round of a scenario. */
record Trial(Scenario scenario, Case variant, Peer peer, int round, Size size) {

    /** A server that has served a little where the case asks for that. */
    Server start() throws IOException, InterruptedException {
        Server server = Server.start(peer, label());
        try {
            rehearse(server);
            return server;
        } catch (IOException | InterruptedException e) {
            server.close();
            throw e;
        }
    }

    private void rehearse(Server server) throws IOException, InterruptedException {
        if (!variant.rehearsal().isEmpty()) {
            generator(server).with(variant.rehearsal()).with("seconds", 1).run(1);
        }
    }

    /** The later of two values for a key wins. */
    Generator generator(Server server) {
        return new Generator(peer, server)
                .with("warmup", size.warmup())
                .with("seconds", size.seconds())
                .with(variant.options());
    }

    /** Seconds that the load generator is busy, about. */
    int length() {
        return size.warmup() + size.seconds();
    }

    String label() {
        String name = scenario.name() + (variant.label().isEmpty() ? "" : "-" + variant.label());
        return name.replaceAll("[^a-z0-9]+", "-") + "-" + round;
    }
}
