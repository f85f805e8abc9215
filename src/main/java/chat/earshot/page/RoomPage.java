package chat.earshot.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything {@code room.html} shows.
 *
 * @param last the position the page ends with; what comes after it comes by stream
 * @param live whether that is the newest one; an older page stands still
 * @param older where older events are, if any are kept
 * @param newer where newer events are, on a page that is not the newest
 * @param curl the command that speaks here
 */
record RoomPage(
        PageAddress address,
        List<ShownRow> rows,
        String last,
        boolean live,
        @Nullable String older,
        @Nullable String newer,
        String curl,
        Composer composer) {

    public String root() {
        return address.root();
    }

    public String room() {
        return address.room().name();
    }

    /** For the templates that the script clones. */
    public ShownRow blank() {
        return ShownRow.blank();
    }
}
