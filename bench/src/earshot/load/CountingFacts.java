package earshot.load;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Broken streams, and what must be said about each. */
final class CountingFacts {
    private static final int EVENTS = 5;

    private final Facts facts;

    CountingFacts(Facts facts) {
        this.facts = facts;
    }

    void all() throws ProtocolException {
        hearsAWholeStream();
        seesALostEvent();
        seesThatTheLastEventsAreLost();
        seesARepeat();
        seesASwap();
        seesThatTwoOrdersDisagree();
        letsARefusedMessageBeMissing();
    }

    private void hearsAWholeStream() throws ProtocolException {
        Stream stream = hear(0, 1, 2, 3, 4);
        facts.same("whole stream: lost", 0, stream.lost(ledger()));
        facts.same("whole stream: repeated", 0, stream.tally.repeated());
        facts.same("whole stream: misordered", 0, stream.tally.misordered());
        facts.same("whole stream: times", List.of(100L, 101L, 102L, 103L, 104L), stream.times);
    }

    private void seesALostEvent() throws ProtocolException {
        Stream stream = hear(0, 1, 3, 4);
        facts.same("lost event: lost", 1, stream.lost(ledger()));
        facts.same("lost event: misordered", 0, stream.tally.misordered());
    }

    private void seesThatTheLastEventsAreLost() throws ProtocolException {
        facts.same("lost at the end", 2, hear(0, 1, 2).lost(ledger()));
        facts.same("nothing came at all", EVENTS, hear().lost(ledger()));
    }

    private void seesARepeat() throws ProtocolException {
        Stream stream = hear(0, 1, 2, 1, 3, 4);
        facts.same("repeat: repeated", 1, stream.tally.repeated());
        facts.same("repeat: lost", 0, stream.lost(ledger()));
        Stream unknown = new Stream();
        unknown.feed(chunk("#7.0.100#"));
        facts.same("a publisher that never was", 1, unknown.tally.repeated());
    }

    private void seesASwap() throws ProtocolException {
        Stream stream = hear(0, 2, 1, 3, 4);
        facts.same("swap: misordered", 1, stream.tally.misordered());
        facts.same("swap: lost", 0, stream.lost(ledger()));
        facts.same("swap: repeated", 0, stream.tally.repeated());
    }

    /** Each publisher's messages are in order here, so only the hash can tell. */
    private void seesThatTwoOrdersDisagree() throws ProtocolException {
        Tally one = new Tally(2);
        Tally other = new Tally(2);
        one.heard(0, 0);
        one.heard(1, 0);
        other.heard(1, 0);
        other.heard(0, 0);
        facts.same("other order: misordered", 0, other.misordered());
        facts.same("other order: hash differs", true, one.order() != other.order());
        facts.same("same order: hash is the same", hear(0, 1, 2).tally.order(), hear(0, 1, 2).tally.order());
        facts.same("disagreeing", 1, Check.disagreeing(List.of(in(0, 5), in(0, 5), in(0, 6), in(1, 7))));
    }

    private static Check.Order in(int room, long hash) {
        return new Check.Order(room, hash);
    }

    private void letsARefusedMessageBeMissing() throws ProtocolException {
        Ledger ledger = ledger();
        ledger.doubt(0, 0, 2);
        facts.same("refused in the middle", 0, hear(0, 1, 3, 4).lost(ledger));
        facts.same("refused, and others lost", 2, hear(0, 1).lost(ledger));
    }

    /** Of one publisher and one room, in which five messages were sent. */
    private static Ledger ledger() {
        Ledger ledger = new Ledger(1, 1);
        for (int i = 0; i < EVENTS; i++) {
            ledger.take(0, 0);
        }
        return ledger;
    }

    private static Stream hear(int... numbers) throws ProtocolException {
        Stream stream = new Stream();
        for (int number : numbers) {
            stream.feed(chunk("id: a-1\ndata: {\"text\":\"#0." + number + "." + (100 + number) + "#abcdefgh\"}\n\n"));
        }
        return stream;
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    /** A subscriber without a socket. */
    private static final class Stream implements Body, Heard {
        final Tally tally = new Tally(1);
        final List<Long> times = new ArrayList<>();
        private final Dechunker dechunker = new Dechunker();
        private final MarkerScanner scanner = new MarkerScanner();

        void feed(String chunk) throws ProtocolException {
            byte[] bytes = Facts.bytes(chunk);
            dechunker.feed(Facts.buffer(bytes), 0, bytes.length, this);
        }

        long lost(Ledger ledger) {
            return tally.lost(ledger, 0);
        }

        @Override
        public void body(ByteBuffer bytes, int from, int to) {
            scanner.scan(bytes, from, to, this);
        }

        @Override
        public void message(int publisher, int number, long sentAt) {
            tally.heard(publisher, number);
            times.add(sentAt);
        }
    }
}
