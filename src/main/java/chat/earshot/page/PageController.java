package chat.earshot.page;

import chat.earshot.event.InvalidRoomException;
import chat.earshot.event.MessageDraft;
import chat.earshot.event.Room;
import chat.earshot.web.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class PageController {

    static final String VIEW = "room";

    /** What else the page depends on. */
    static final String[] VARY = {HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.ACCEPT_ENCODING};

    private final Pages pages;

    PageController(Pages pages) {
        this.pages = pages;
    }

    @GetMapping(path = "/", params = "!room", produces = MediaType.TEXT_HTML_VALUE)
    String lobby(Asked asked, Model model, HttpServletResponse response) {
        return show(page(PageAddress.atTop(Room.LOBBY, asked.name()), asked), model, response);
    }

    @GetMapping(path = "/rooms/{room}", produces = MediaType.TEXT_HTML_VALUE)
    String room(@PathVariable String room, Asked asked, Model model, HttpServletResponse response) {
        return show(page(PageAddress.inRoom(new Room(room), asked.name()), asked), model, response);
    }

    /** Where the form that asks for a room's name leads. A browser whose reader misspelled one gets the lobby and the reason. */
    @GetMapping(path = "/", params = "room", produces = MediaType.TEXT_HTML_VALUE)
    Object find(
            @RequestParam String room,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept,
            Asked asked,
            Model model,
            HttpServletResponse response) {
        try {
            return seeOther(PageAddress.atTop(new Room(room), asked.name()));
        } catch (InvalidRoomException e) {
            if (!accept.contains(MediaType.TEXT_HTML_VALUE)) {
                throw e;
            }
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            RoomPage lobby = page(PageAddress.atTop(Room.LOBBY, asked.name()), asked);
            return show(lobby.refusing(room), model, response);
        }
    }

    private static ResponseEntity<Void> seeOther(PageAddress address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address.newest())
                .cacheControl(CacheControl.noStore())
                .build();
    }

    private static String show(RoomPage page, Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.addHeader(HttpHeaders.VARY, String.join(", ", VARY));
        model.addAttribute("page", page);
        return VIEW;
    }

    private RoomPage page(PageAddress address, Asked asked) {
        Composer composer = Composer.empty(asked.name());
        if (asked.before() != null && asked.after() != null) {
            throw Refusal.badRequest("invalid-cursor", "Give before or after, not both.")
                    .asException();
        }
        if (asked.before() != null) {
            return pages.before(asked.before(), address, composer);
        }
        return asked.after() != null ? pages.after(asked.after(), address, composer) : pages.newest(address, composer);
    }

    /** What the address says besides the room. */
    record Asked(
            @Nullable String before,
            @Nullable String after,
            @Nullable String author) {

        /** Empty too where nobody can have it: it goes into links, and into a header that may not grow without end. */
        String name() {
            return author == null || author.codePointCount(0, author.length()) > MessageDraft.LONGEST_AUTHOR
                    ? ""
                    : author;
        }
    }
}
