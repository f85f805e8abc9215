package chat.earshot.page;

import chat.earshot.web.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the form: nothing but a name at first, and after a refusal what was typed and why it was not said.
 *
 * @param author the name in its box, empty where none was given
 * @param reason what to do next, beside the box it is about
 * @param field the box it is about, {@code text} or {@code author}
 */
record Composer(
        String text,
        String author,
        @Nullable String reason,
        @Nullable String field) {

    static Composer empty(String author) {
        return new Composer("", author, null, null);
    }

    static Composer refused(String text, String author, Refusal refusal, String reason) {
        String field = refusal.slug().equals("invalid-author") ? "author" : "text";
        return new Composer(text, author, reason, field);
    }
}
