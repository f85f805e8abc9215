package chat.earshot.publish;

/** Valid JSON on one line: white space outside strings goes, and everything else stays as it was spelled. */
final class CompactJson {

    private CompactJson() {}

    static String of(String json) {
        StringBuilder compact = new StringBuilder(json.length());
        boolean inString = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (inString && c == '\\') {
                compact.append(c);
                c = json.charAt(++i); // whatever it is, it does not end the string
            } else if (c == '"') {
                inString = !inString;
            } else if (!inString && isWhiteSpace(c)) {
                continue;
            }
            compact.append(c);
        }
        return compact.toString();
    }

    /** RFC 8259, 2. */
    private static boolean isWhiteSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
