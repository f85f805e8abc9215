package chat.earshot.page;

/**
 * A custom event's payload, laid out. The script does the same in {@code payload.js}.
 *
 * @param scrolls whether its box may have to scroll, and so has to be reached by keyboard
 */
record ShownPayload(String json, boolean scrolls) {

    private static final int MOST_ROWS = 12; // as high as custom.css lets the box be
    private static final int NARROWEST = 30; // letters that fit beside each other on a phone

    static ShownPayload of(String json) {
        String pretty = PrettyJson.of(json);
        int rows =
                pretty.lines().mapToInt(line -> 1 + line.length() / NARROWEST).sum();
        return new ShownPayload(pretty, rows > MOST_ROWS);
    }

    /** Whether it has more than one line. */
    public boolean isTall() {
        return json.indexOf('\n') >= 0;
    }
}
