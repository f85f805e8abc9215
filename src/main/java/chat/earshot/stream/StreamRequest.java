package chat.earshot.stream;

import chat.earshot.event.Room;
import chat.earshot.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks of {@code GET /events}.
 *
 * @param cursor where it left off, as it says so itself; any text, null where it begins anew
 * @param last how many of the newest events it wants to begin with, where there is no cursor
 * @param presence whether it wants to hear how many listen
 * @param ping whether a heartbeat is to be an event that script can see
 */
record StreamRequest(Room room, @Nullable String cursor, int last, boolean presence, boolean ping) {

    /**
     * @throws chat.earshot.event.InvalidRoomException if no room can have that name
     * @throws chat.earshot.web.RefusedException if {@code last} is not a number in its range
     */
    static StreamRequest of(HttpServletRequest request, int largestLast) {
        String cursor = cursor(request);
        return new StreamRequest(
                room(request),
                cursor,
                cursor == null ? last(request, largestLast) : 0,
                Boolean.parseBoolean(request.getParameter("presence")),
                Boolean.parseBoolean(request.getParameter("ping")));
    }

    private static Room room(HttpServletRequest request) {
        String[] rooms = request.getParameterValues("room");
        // Given twice, no room is meant: joined, they are no name a room can have.
        return rooms == null ? Room.LOBBY : new Room(String.join("&", rooms));
    }

    private static @Nullable String cursor(HttpServletRequest request) {
        String header = joined(Collections.list(request.getHeaders("Last-Event-ID")));
        if (!header.isEmpty()) {
            return header;
        }
        String[] parameters = request.getParameterValues("lastEventId");
        String parameter = parameters == null ? "" : joined(List.of(parameters));
        return parameter.isEmpty() ? null : parameter;
    }

    /** Two ids name no position; joined, they are no id. */
    private static String joined(List<String> values) {
        return String.join(",", values);
    }

    private static int last(HttpServletRequest request, int largest) {
        String last = request.getParameter("last");
        if (last == null) {
            return 0;
        }
        if (last.matches("[0-9]{1,9}") && Integer.parseInt(last) <= largest) {
            return Integer.parseInt(last);
        }
        throw Refusal.badRequest("invalid-last", "last is a number from 0 to " + largest + ".")
                .asException();
    }
}
