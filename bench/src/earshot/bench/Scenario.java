package earshot.bench;

import java.util.List;

/**
 * What is measured, how long, and which figures it gives.
 *
 * @param inShortForm whether it belongs to the gate
 * @param peers who takes part, by name
 * @param brief its size in the short form
 * @param full its size in the full form, and alone
 */
record Scenario(
        String name,
        String title,
        boolean inShortForm,
        List<String> peers,
        List<Case> cases,
        Size brief,
        Size full,
        Probe probe,
        List<Figure> figures) {

    Scenario(String name, String title, List<String> peers, List<Case> cases, Size full, Probe probe, List<Figure> figures) {
        this(name, title, false, peers, cases, full, full, probe, figures);
    }

    /** Also in the short form, with this size there. */
    Scenario alsoShort(Size brief) {
        return new Scenario(name, title, true, peers, cases, brief, full, probe, figures);
    }

    /** How long it takes, in seconds. */
    int estimate(int peerCount, Size size) {
        return size.rounds() * cases.size() * peerCount * (size.warmup() + size.seconds() + probe.overhead());
    }
}
