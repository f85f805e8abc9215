package chat.earshot.web;

import java.util.OptionalInt;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.jspecify.annotations.Nullable;

/** What Jetty throws into a handler when it is the request that is at fault: bad escapes, bad chunks, a body that stops. */
final class JettyFailures {

    private JettyFailures() {}

    /** The status such a failure stands for; empty for one that is ours. */
    static OptionalInt statusOf(Exception failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case HttpException http
                when http.getCode() < 500 -> {
                    return OptionalInt.of(http.getCode());
                }
                case TimeoutException _ -> {
                    return OptionalInt.of(408);
                }
                case EofException _ -> {
                    return OptionalInt.of(400);
                }
                default -> {}
            }
        }
        return OptionalInt.empty();
    }
}
