package chat.earshot.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.OptionalInt;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.util.InvalidMimeTypeException;

/** What Spring throws, and not as an {@code ErrorResponse}, when it is a type in the request's headers that is at fault. */
final class SpringFailures {

    private SpringFailures() {}

    /** The status such a failure stands for; empty for one that is ours. */
    static OptionalInt statusOf(Exception failure, HttpServletRequest request) {
        if (failure instanceof InvalidMediaTypeException || failure instanceof InvalidMimeTypeException) {
            return OptionalInt.of(406); // a route and actuator parse Accept; we parse Content-Type ourselves
        }
        String type = request.getContentType();
        boolean wildcard = type != null && type.contains("*"); // HttpHeaders.setContentType throws for it
        return failure instanceof IllegalArgumentException && wildcard ? OptionalInt.of(415) : OptionalInt.empty();
    }
}
