package earshot.bench;

import java.io.IOException;

/** One measurement: a peer's turn in a round of a scenario. */
record Trial(Scenario scenario, Case variant, Peer peer, int round, Size size) {

    Server start() throws IOException, InterruptedException {
        return Server.start(peer, label());
    }

    Generator generator(Server server) {
        return new Generator(peer, server).with(variant.options());
    }

    String label() {
        String name = scenario.name() + (variant.label().isEmpty() ? "" : "-" + variant.label());
        return name.replaceAll("[^a-z0-9]+", "-") + "-" + round;
    }
}
