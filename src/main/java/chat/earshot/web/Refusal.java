package chat.earshot.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Why a request is not answered as asked.
 *
 * @param slug the stable last part of the problem's type, {@code /problems/<slug>}
 * @param detail says what to do next, and never repeats the input
 * @param retryAfter when to try again, where that can help
 */
public record Refusal(
        HttpStatus status,
        String slug,
        String detail,
        @Nullable Duration retryAfter) {

    /** How long a client waits that is told to come back, where nothing better is known. */
    private static final Duration SOON = Duration.ofSeconds(5);

    public static Refusal of(HttpStatus status, String slug, String detail) {
        return new Refusal(status, slug, detail, null);
    }

    /** A refusal that passes by itself. */
    public static Refusal forNow(HttpStatus status, String slug, String detail) {
        return new Refusal(status, slug, detail, SOON);
    }

    public static Refusal badRequest(String slug, String detail) {
        return of(HttpStatus.BAD_REQUEST, slug, detail);
    }

    /** The slug in words. */
    public String title() {
        String words = slug.replace('-', ' ').replace("json", "JSON");
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** This refusal as something to throw. */
    public RefusedException asException() {
        return new RefusedException(this);
    }
}
