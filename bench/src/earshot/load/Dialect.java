package earshot.load;

/** What each server wants to be asked. */
enum Dialect {
    EARSHOT("/events?room=", "/messages?room=", "text/plain", "", "", true),
    NCHAN("/sub/", "/pub/", "text/plain", "", "", true),
    EXPRESS("/events?room=", "/messages?room=", "application/json", "{\"text\":\"", "\"}", false),
    SPRING("/events?room=", "/messages?room=", "application/json", "{\"text\":\"", "\"}", false);

    private final String listen;
    private final String speak;
    private final String type;

    /** What stands before and after the text in the body of a POST. */
    final String before;

    final String after;

    /** Whether a subscriber is sent something at once, so that its stream is known to be open by more than its headers. */
    final boolean greets;

    Dialect(String listen, String speak, String type, String before, String after, boolean greets) {
        this.listen = listen;
        this.speak = speak;
        this.type = type;
        this.before = before;
        this.after = after;
        this.greets = greets;
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
