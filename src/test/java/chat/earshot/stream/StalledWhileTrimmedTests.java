package chat.earshot.stream;

import static chat.earshot.stream.Golden.at;
import static chat.earshot.stream.Golden.gap;
import static chat.earshot.stream.Golden.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import chat.earshot.RunningServer;
import chat.earshot.testing.EventStream;
import chat.earshot.testing.SseBlock;
import chat.earshot.testing.SseParser;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A reader that stops while the log is trimmed past it, and then reads on. */
@SmallServerTest
class StalledWhileTrimmedTests {

    /** Together far more than the kernel takes in for a reader that has stopped. */
    private static final int SAID = 300;

    private static final int TRIMMED = SAID - SmallServerTest.KEPT;

    private final RunningServer server;
    private final String room;

    StalledWhileTrimmedTests(RunningServer server) {
        this.server = server;
        this.room = server.newRoom();
    }

    @Test
    void saysInMidStreamHowManyItMissedAndGoesOn() {
        try (EventStream reader =
                server.events(room).receiveBuffer(2_048).open().awaitOpen()) {
            reader.pause();
            String head = server.sayMuch(room, SAID);
            reader.resume();

            List<SseBlock> heard = upTo(head, reader);
            int before = heard.stream().map(SseBlock::type).toList().indexOf("gap");
            assertThat(heard).extracting(SseBlock::id).isEqualTo(ids(head, before));
            assertThat(heard.get(before)).isEqualTo(expectedGap(head, before));
        }
    }

    private static List<SseBlock> upTo(String head, EventStream reader) {
        List<SseBlock> heard = new ArrayList<>();
        do {
            heard.add(reader.nextEvent());
        } while (!heard.getLast().id().equals(head));
        return heard;
    }

    /** Those before the gap, the gap's own, and all that is kept. */
    private static List<String> ids(String head, int before) {
        return LongStream.concat(LongStream.rangeClosed(1, before), LongStream.rangeClosed(TRIMMED, SAID))
                .mapToObj(sequence -> at(head, sequence))
                .toList();
    }

    private SseBlock expectedGap(String head, int before) {
        String missed = Integer.toString(TRIMMED - before);
        String block = gap(room, quoted(at(head, before)), "expired", missed, at(head, TRIMMED));
        return new SseParser().feed(block).getFirst();
    }
}
