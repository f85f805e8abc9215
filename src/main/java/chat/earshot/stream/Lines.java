package chat.earshot.stream;

import chat.earshot.event.EventId;
import chat.earshot.event.Room;
import chat.earshot.log.Chunk;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a stream says besides events, as the bytes of one write each (WHATWG HTML, 9.2.5). */
final class Lines {

    /** A comment: it keeps proxies awake, finds vanished readers, and no script sees it. */
    static final Chunk HEARTBEAT = Chunk.of(":\n\n");

    private Lines() {}

    /**
     * The first bytes. The id without data sets a client's last event id (WHATWG HTML, 9.2.6), so that one that is cut
     * before it hears anything still resumes from here. A gap goes with the same write: cut between the two, a client would
     * stand behind what it missed and never be told.
     */
    static Chunk opening(Duration retry, Room room, Start start) {
        String gap = start.gap() == null ? "" : gapBlock(room, start.gap());
        return Chunk.of("retry: " + retry.toMillis() + "\n: earshot\nid: " + start.cursor() + "\n\n" + gap);
    }

    /** The last bytes of a stream that the server ends. */
    static Chunk farewell(long retryMillis) {
        return Chunk.of("retry: " + retryMillis + "\n\n");
    }

    /** That events are missing. Its own id is a cursor, not an event: it repairs the client's. */
    static Chunk gap(Room room, Gap gap) {
        return Chunk.of(gapBlock(room, gap));
    }

    private static String gapBlock(Room room, Gap gap) {
        return "id: " + gap.resumedAfter() + "\nevent: gap\ndata: {\"room\":\"" + room + "\",\"requested\":"
                + quoted(gap.requested()) + ",\"reason\":\"" + gap.reason() + "\",\"missed\":" + gap.missed()
                + ",\"resumedAfter\":\"" + gap.resumedAfter() + "\"}\n\n";
    }

    /**
     * The same as a heartbeat for a page that wants to notice when they stop, and so has to know how often they come. Like
     * presence it has no id.
     */
    static Chunk ping(Duration heartbeat) {
        return Chunk.of("event: ping\ndata: {\"heartbeat\":" + heartbeat.toMillis() + "}\n\n");
    }

    static Chunk presence(Room room, int streams) {
        return Chunk.of("event: presence\ndata: {\"room\":\"" + room + "\",\"streams\":" + streams + "}\n\n");
    }

    private static String quoted(@Nullable EventId id) {
        return id == null ? "null" : "\"" + id + "\"";
    }
}
