package earshot.load;

/** What each server wants to be asked. */
enum Dialect {
    EARSHOT("/events?room=", "/messages?room=", "text/plain", "", "", Opening.GREETING),
    NCHAN("/sub/", "/pub/", "text/plain", "", "", Opening.GREETING),
    EXPRESS("/events?room=", "/messages?room=", "application/json", "{\"text\":\"", "\"}", Opening.HEADERS),
    SPRING("/events?room=", "/messages?room=", "application/json", "{\"text\":\"", "\"}", Opening.FIRST_EVENT);

    /** What tells a subscriber that its stream is open. */
    enum Opening {
        /** Something in the body, sent at once. */
        GREETING,
        HEADERS,
        /** Not even the headers come before the first event. */
        FIRST_EVENT
    }

    private final String listen;
    private final String speak;
    private final String type;

    /** What stands before and after the text in the body of a POST. */
    final String before;

    final String after;

    final Opening opening;

    Dialect(String listen, String speak, String type, String before, String after, Opening opening) {
        this.listen = listen;
        this.speak = speak;
        this.type = type;
        this.before = before;
        this.after = after;
        this.opening = opening;
    }

    String subscribe(String host, String room, String lastEventId) {
        return "GET " + listen + room + " HTTP/1.1\r\nHost: " + host + "\r\nAccept: text/event-stream\r\n"
                + (lastEventId == null ? "" : "Last-Event-ID: " + lastEventId + "\r\n") + "\r\n";
    }

    /** A POST up to its text; the text always has the same length, so this is made once for each room. */
    String postUpToText(String host, String room, int textBytes) {
        int length = before.length() + textBytes + after.length();
        return "POST " + speak + room + " HTTP/1.1\r\nHost: " + host + "\r\nContent-Type: " + type
                + "\r\nContent-Length: " + length + "\r\n\r\n" + before;
    }
}
