package earshot.load;

import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Streams cut at every byte, and broken ones. */
final class ParsingFacts {
    private final Facts facts;

    ParsingFacts(Facts facts) {
        this.facts = facts;
    }

    void all() throws ProtocolException {
        takesAMarkerCutAnywhere();
        passesOverWhatIsNoMarker();
        findsAHashAtAnyPlaceOfAWord();
        takesChunksCutAnywhere();
        refusesBrokenChunks();
        readsAnAnswerCutAnywhere();
    }

    private void takesAMarkerCutAnywhere() {
        byte[] text = Facts.bytes("data: #3.41.123456789012#abc data: #12.5.6#");
        for (int cut = 0; cut <= text.length; cut++) {
            for (int second = cut; second <= text.length; second++) {
                facts.same("marker cut at " + cut + " and " + second,
                        List.of("3.41.123456789012", "12.5.6"), markers(text, cut, second, text.length));
            }
        }
    }

    private void passesOverWhatIsNoMarker() {
        facts.same("no marker", List.of(), markers(Facts.bytes("#a# #1.2# #1.2.3.4# ## #1.2.3"), 99));
        facts.same("after no marker", List.of("1.2.3"), markers(Facts.bytes("#1.x #1.2.3#"), 99));
    }

    private void findsAHashAtAnyPlaceOfAWord() {
        for (int place = 0; place < 40; place++) {
            byte[] text = new byte[60];
            new Random(place).nextBytes(text);
            for (int i = 0; i < text.length; i++) {
                text[i] = text[i] == '#' ? (byte) '"' : text[i];
            }
            System.arraycopy(Facts.bytes("#1.2.3#"), 0, text, place, 7);
            facts.same("hash at " + place, List.of("1.2.3"), markers(text, 99));
        }
    }

    private void takesChunksCutAnywhere() throws ProtocolException {
        byte[] stream = Facts.bytes("4\r\nwiki\r\n00A;name=1\r\n0123456789\r\n1a \r\nabcdefghijklmnopqrstuvwxyz\r\n0\r\nTrailer: 1\r\n\r\nX");
        for (int cut = 0; cut <= stream.length; cut++) {
            for (int second = cut; second <= stream.length; second++) {
                StringBuilder body = new StringBuilder();
                Dechunker dechunker = new Dechunker();
                int left = feed(dechunker, stream, body, cut, second, stream.length);
                facts.same("chunks cut at " + cut + " and " + second, "wiki0123456789abcdefghijklmnopqrstuvwxyz", body.toString());
                facts.same("chunks ended, cut at " + cut, true, dechunker.ended() && left == 1);
            }
        }
    }

    /** Returns how many bytes of the last piece are behind the body's end. */
    private static int feed(Dechunker dechunker, byte[] stream, StringBuilder into, int... cuts) throws ProtocolException {
        int from = 0;
        int left = 0;
        for (int cut : cuts) {
            var piece = Facts.buffer(Arrays.copyOfRange(stream, from, cut));
            int at = dechunker.feed(piece, 0, cut - from, (bytes, begin, end) -> {
                for (int i = begin; i < end; i++) {
                    into.append((char) bytes.get(i));
                }
            });
            left += cut - from - at;
            from = cut;
        }
        return left;
    }

    private void refusesBrokenChunks() {
        for (String broken : List.of("4\r\nwikipedia\r\n", "x\r\n", "\r\n\r\n", "-4\r\nwiki\r\n", "fffffffffffffff\r\n")) {
            try {
                byte[] stream = Facts.bytes(broken);
                feed(new Dechunker(), stream, new StringBuilder(), stream.length);
                facts.fail("taken, though broken: " + broken);
            } catch (ProtocolException expected) {
                // As it should be.
            }
        }
    }

    private void readsAnAnswerCutAnywhere() throws ProtocolException {
        answerCutAnywhere(201, false, "HTTP/1.1 201 Created\r\nContent-type: x\r\nCONTENT-LENGTH: 3\r\n\r\nabc");
        answerCutAnywhere(200, true, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
        answerCutAnywhere(204, false, "HTTP/1.1 204 No Content\r\n\r\n");
        answerCutAnywhere(503, false, "HTTP/1.1 503 \r\nContent-Length: 0\r\n\r\n");
    }

    private void answerCutAnywhere(int status, boolean closes, String text) throws ProtocolException {
        byte[] bytes = Facts.bytes(text);
        for (int cut = 1; cut < bytes.length; cut++) {
            Answer answer = new Answer();
            answer.clear();
            boolean early = answer.feed(Facts.buffer(Arrays.copyOf(bytes, cut)), cut);
            boolean done = answer.feed(Facts.buffer(Arrays.copyOfRange(bytes, cut, bytes.length)), bytes.length - cut);
            facts.same("answer cut at " + cut, List.of(false, true), List.of(early, done));
            facts.same("its status", status, answer.status());
            facts.same("it is accepted", status < 300, answer.accepted());
            facts.same("it closes", closes, answer.closes());
        }
    }

    private static List<String> markers(byte[] text, int... cuts) {
        List<String> found = new ArrayList<>();
        MarkerScanner scanner = new MarkerScanner();
        int from = 0;
        for (int cut : cuts) {
            int to = Math.min(cut, text.length);
            scanner.scan(Facts.buffer(Arrays.copyOfRange(text, from, to)), 0, to - from,
                    (publisher, number, time) -> found.add(publisher + "." + number + "." + time));
            from = to;
        }
        return found;
    }
}
