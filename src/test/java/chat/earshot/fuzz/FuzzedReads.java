package chat.earshot.fuzz;

import java.util.List;

/** Things to ask for, most of them not there. */
final class FuzzedReads {

    private static final String[] PATHS = {
        "/",
        "/messages",
        "/messages/",
        "/rooms",
        "/rooms/",
        "/assets/",
        "/assets/js/main.js",
        "/actuator/",
        "/actuator/health/",
        "/livez",
        "/error",
        "/broadcast",
        "/favicon.ico",
        "/%65rror",
        "/messages;x=y",
        "//",
        "/..",
        "/%2e%2e/"
    };

    private static final String[] PARAMETERS = {
        "room", "before", "after", "limit", "author", "last", "lastEventId", "x", ""
    };

    private static final String[] METHODS = {
        "GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "PATCH", "PROPFIND", "get", "X"
    };

    private FuzzedReads() {}

    /** @param id of an event in the room */
    static Request of(Dice dice, String room, String id) {
        String path = dice.pick(PATHS) + (dice.chance(40) ? part(dice, room, id) : "");
        String query = String.join("&", dice.some(3, () -> dice.pick(PARAMETERS) + "=" + part(dice, room, id)));
        String method = dice.chance(75) ? "GET" : dice.pick(METHODS);
        List<String> headers = FuzzedHeaders.some(dice);
        return new Request(method, path + (query.isEmpty() ? "" : "?" + query), headers, new byte[0]);
    }

    private static String part(Dice dice, String room, String id) {
        return FuzzedPosts.encoded(
                dice,
                dice.<String>either(
                        () -> room,
                        () -> id,
                        () -> FuzzedIds.near(dice, id),
                        () -> FuzzedJson.number(dice),
                        () -> "9".repeat(dice.between(1, 30)),
                        () -> FuzzedText.any(dice)));
    }
}
