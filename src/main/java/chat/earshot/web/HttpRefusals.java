package chat.earshot.web;

import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;

/** The refusals that HTTP itself knows, by their status. */
final class HttpRefusals {

    private HttpRefusals() {}

    static Refusal of(ErrorResponse error) {
        if (error instanceof HttpRequestMethodNotSupportedException wrongMethod) {
            Set<?> methods = wrongMethod.getSupportedHttpMethods();
            return Refusal.of(
                    HttpStatus.METHOD_NOT_ALLOWED,
                    "method-not-allowed",
                    "Use one of the methods that Allow names" + (methods == null ? "." : ": " + list(methods) + "."));
        }
        return of(error.getStatusCode().value());
    }

    static Refusal of(int code) {
        HttpStatus status = HttpStatus.resolve(code);
        if (status == null || !status.isError()) {
            status = HttpStatus.INTERNAL_SERVER_ERROR;
        }
        return switch (status) {
            case NOT_FOUND ->
                Refusal.of(status, "not-found", "There is nothing at this address. / lists what there is.");
            case METHOD_NOT_ALLOWED ->
                Refusal.of(status, "method-not-allowed", "Use a method that this address knows.");
            case NOT_ACCEPTABLE ->
                Refusal.of(status, "not-acceptable", "Ask for a type that this address gives, or leave Accept out.");
            case REQUESTED_RANGE_NOT_SATISFIABLE ->
                Refusal.of(status, "range-not-satisfiable", "There is no such part. Ask without Range.");
            case EXPECTATION_FAILED ->
                Refusal.of(status, "expectation-failed", "Expect 100-continue, or leave Expect out.");
            case UNSUPPORTED_MEDIA_TYPE ->
                Refusal.of(
                        status,
                        "unsupported-media-type",
                        "Post application/json, text/plain or application/x-www-form-urlencoded, in UTF-8 and not compressed.");
            case PAYLOAD_TOO_LARGE, CONTENT_TOO_LARGE -> Refusal.of(status, "body-too-large", "Post less at once.");
            case REQUEST_TIMEOUT -> Refusal.of(status, "request-timeout", "The request took too long to arrive.");
            case URI_TOO_LONG -> Refusal.of(status, "uri-too-long", "Use a shorter address.");
            case REQUEST_HEADER_FIELDS_TOO_LARGE ->
                Refusal.of(status, "headers-too-large", "Send fewer or shorter headers.");
            case SERVICE_UNAVAILABLE -> Refusal.forNow(status, "unavailable", "Try again in a few seconds.");
            case NOT_IMPLEMENTED, HTTP_VERSION_NOT_SUPPORTED ->
                Refusal.of(status, "bad-request", "The request cannot be understood as HTTP.");
            default ->
                status.is5xxServerError()
                        ? Refusal.of(
                                status, "internal-error", "Something went wrong here. It is noted; try again later.")
                        : Refusal.of(status, "bad-request", "The request cannot be understood as HTTP.");
        };
    }

    private static String list(Set<?> methods) {
        return String.join(", ", methods.stream().map(Object::toString).sorted().toList());
    }
}
