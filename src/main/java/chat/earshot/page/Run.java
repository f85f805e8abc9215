package chat.earshot.page;

/**
 * Words of a text that look alike.
 *
 * @param text without the marks that made it look so; of a link the address exactly as it was typed
 */
record Run(String text, Kind kind, boolean bold, boolean italic) {

    enum Kind {
        PLAIN,
        CODE,
        LINK
    }

    static Run plain(String text) {
        return new Run(text, Kind.PLAIN, false, false);
    }

    public boolean isUnmarked() {
        return isPlain() && !bold && !italic;
    }

    public boolean isPlain() {
        return kind == Kind.PLAIN;
    }

    public boolean isCode() {
        return kind == Kind.CODE;
    }

    public boolean isLink() {
        return kind == Kind.LINK;
    }

    boolean looksLike(Run other) {
        return isPlain() && other.isPlain() && bold == other.bold && italic == other.italic;
    }

    Run with(String longer) {
        return new Run(longer, kind, bold, italic);
    }
}
