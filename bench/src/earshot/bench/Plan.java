package earshot.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which scenarios are run against which peers, and how long. */
record Plan(List<Scenario> scenarios, List<Peer> peers, Form form, Arguments arguments) {

    /** Only the full form is worth keeping, so only it writes where git looks, unless told otherwise. */
    enum Form {
        SHORT,
        PART,
        FULL
    }

    private static final List<String> SHORT_PEERS = List.of("earshot", "nchan");

    static Plan of(Arguments arguments) {
        List<String> words = arguments.words();
        List<String> unknown = words.stream().filter(word -> !isKnown(word)).toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("no scenario or peer " + String.join(", ", unknown) + "; scenarios: "
                    + String.join(", ", Scenarios.ALL.stream().map(Scenario::name).toList()));
        }
        List<Scenario> named = words.stream().map(Scenarios::named).flatMap(Optional::stream).toList();
        Form form = !named.isEmpty() ? Form.PART : words.contains("full") ? Form.FULL : Form.SHORT;
        return new Plan(named.isEmpty() ? scenarios(form) : named, peers(words, form), form, arguments);
    }

    private static List<Scenario> scenarios(Form form) {
        return Scenarios.ALL.stream().filter(scenario -> form == Form.FULL || scenario.inShortForm()).toList();
    }

    private static boolean isKnown(String word) {
        return word.equals("full") || word.equals("short") || Scenarios.named(word).isPresent() || Peer.named(word).isPresent();
    }

    private static List<Peer> peers(List<String> words, Form form) {
        List<Peer> named = words.stream().map(Peer::named).flatMap(Optional::stream).toList();
        if (!named.isEmpty()) {
            return named;
        }
        return Peer.ALL.stream().filter(peer -> form != Form.SHORT || SHORT_PEERS.contains(peer.name())).toList();
    }

    /** Without the peers that are not to be had here; says which and why. What is left is ready to start. */
    Plan withPeersFound() throws IOException, InterruptedException {
        List<Peer> found = new ArrayList<>();
        for (Peer peer : peers) {
            Optional<String> missing = peer.missing();
            if (missing.isPresent()) {
                System.out.println(peer.name() + ": skipped, " + missing.get());
            } else {
                peer.prepare();
                found.add(peer);
            }
        }
        return new Plan(scenarios, found, form, arguments);
    }

    Size size(Scenario scenario) {
        return (form == Form.SHORT ? scenario.brief() : scenario.full()).with(arguments);
    }

    /** Round after round, so that the peers alternate: what the machine does beside it hits all of them. */
    List<Trial> trials(Scenario scenario) {
        Size size = size(scenario);
        List<Trial> trials = new ArrayList<>();
        for (int round = 1; round <= size.rounds(); round++) {
            for (Case variant : scenario.cases()) {
                for (Peer peer : peersOf(scenario)) {
                    trials.add(new Trial(scenario, variant, peer, round, size));
                }
            }
        }
        return trials;
    }

    private List<Peer> peersOf(Scenario scenario) {
        return peers.stream().filter(peer -> scenario.peers().contains(peer.name())).toList();
    }

    int estimate() {
        return scenarios.stream().mapToInt(scenario -> scenario.estimate(peersOf(scenario).size(), size(scenario))).sum();
    }

    Path reportDirectory() {
        Path usual = Project.BENCH.resolve(form == Form.FULL ? "results" : "target/results");
        return Path.of(arguments.values().getOrDefault("out", usual.toString())).toAbsolutePath();
    }
}
