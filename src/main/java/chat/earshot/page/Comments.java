package chat.earshot.page;

import java.util.regex.Pattern;

/**
 * Takes the comments out of a script or a style sheet, for those who get it compressed anyway: they are a fifth of it. Who
 * reads the file uncompressed reads it as it was written, and in both each line has the same number. Only what begins a line
 * counts as a comment, so that nothing has to be parsed.
 */
final class Comments {

    private static final Pattern OF_SCRIPT = Pattern.compile("^[ \\t]*//.*$", Pattern.MULTILINE);
    private static final Pattern OF_STYLE = Pattern.compile("^[ \\t]*/\\*(?s:.*?)\\*/", Pattern.MULTILINE);

    private Comments() {}

    static String takenOut(String file, String text) {
        if (file.endsWith(".js")) {
            return OF_SCRIPT.matcher(text).replaceAll("");
        }
        return file.endsWith(".css") ? OF_STYLE.matcher(text).replaceAll(found -> lineBreaks(found.group())) : text;
    }

    private static String lineBreaks(String comment) {
        return comment.replaceAll("[^\\n]", "");
    }
}
