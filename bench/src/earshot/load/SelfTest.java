package earshot.load;

import java.net.ProtocolException;

/** Feeds broken streams to what counts them, and odd ones to what parses them; exits with 1 if something goes unseen. */
final class SelfTest {
    private SelfTest() {}

    public static void main(String[] arguments) throws ProtocolException {
        Facts facts = new Facts();
        new CountingFacts(facts).all();
        new ParsingFacts(facts).all();
        new HistogramFacts(facts).countsPercentilesWithinOnePercent();
        facts.failures().forEach(System.err::println);
        System.err.println(facts.failures().isEmpty() ? "all is well" : facts.failures().size() + " failed");
        System.exit(facts.failures().isEmpty() ? 0 : 1);
    }
}
