package chat.earshot;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.INSUFFICIENT_STORAGE;
import static org.springframework.http.HttpStatus.INTERNAL_SERVER_ERROR;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import chat.earshot.event.InvalidDraftException;
import chat.earshot.event.InvalidRoomException;
import chat.earshot.log.AppendException;
import chat.earshot.log.LogUnreadableException;
import chat.earshot.web.Refusal;
import chat.earshot.web.RefusalTable;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The one table of the program's own exceptions and the problems they become. */
@Component
class KnownRefusals implements RefusalTable {

    private static final String AGAIN_WITH_KEY =
            " It may have been stored or not; send it again with its Idempotency-Key.";

    @Override
    public Optional<Refusal> refusalFor(Exception failure) {
        return Optional.ofNullable(
                switch (failure) {
                    case InvalidRoomException e -> Refusal.badRequest("invalid-room", e.getMessage());
                    case InvalidDraftException e ->
                        Refusal.of(UNPROCESSABLE_CONTENT, "invalid-" + e.field(), e.getMessage());
                    case AppendException e -> notAppended(e.reason());
                    case LogUnreadableException _ ->
                        Refusal.forNow(
                                SERVICE_UNAVAILABLE, "log-unreadable", "The log cannot be read. Try again later.");
                    default -> null;
                });
    }

    private static Refusal notAppended(AppendException.Reason reason) {
        return switch (reason) {
            case BUSY -> Refusal.forNow(SERVICE_UNAVAILABLE, "busy", "Too much is being said at once. Try again soon.");
            case ROOMS ->
                Refusal.forNow(
                        SERVICE_UNAVAILABLE,
                        "too-many-rooms",
                        "This server has as many rooms as it may. Speak in one that there is.");
            case HANGING ->
                Refusal.forNow(SERVICE_UNAVAILABLE, "log-hanging", "The disk does not answer." + AGAIN_WITH_KEY);
            case STORAGE ->
                Refusal.forNow(INSUFFICIENT_STORAGE, "log-not-writable", "The disk is full or fails." + AGAIN_WITH_KEY);
            case KEY_REUSED ->
                Refusal.of(
                        CONFLICT,
                        "idempotency-key-reused",
                        "This Idempotency-Key was used here with other content. Take a new one.");
            case UNWRITABLE ->
                Refusal.of(
                        INTERNAL_SERVER_ERROR, "not-written", "This event could not be written; nothing was stored.");
        };
    }
}
