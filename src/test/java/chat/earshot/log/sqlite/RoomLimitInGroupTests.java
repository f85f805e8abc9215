package chat.earshot.log.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chat.earshot.event.MessageDraft;
import chat.earshot.event.Room;
import chat.earshot.log.AppendException;
import chat.earshot.log.Appended;
import chat.earshot.log.LogLimits;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The limit of rooms, where several begin in one commit, and after a restart. */
class RoomLimitInGroupTests {

    private static final int LIMIT = 3;

    @TempDir
    private Path folder;

    @Test
    void holdsWhereManyBeginAtOnce() {
        try (OpenSqlite open = open()) {
            List<CompletableFuture<Appended>> outcomes = IntStream.range(0, 50)
                    .mapToObj(number -> say(open, "room-" + number))
                    .toList();

            assertThat(outcomes.stream().filter(RoomLimitInGroupTests::isSaid)).hasSize(LIMIT);
            assertThat(open.log().rooms(100)).hasSize(LIMIT);
        }
    }

    @Test
    void countsTheRoomsOfBefore() {
        try (OpenSqlite open = open()) {
            IntStream.range(0, LIMIT)
                    .forEach(number -> say(open, "room-" + number).join());
        }
        try (OpenSqlite again = open()) {
            assertThat(isSaid(say(again, "one-more"))).isFalse();
            assertThat(isSaid(say(again, "room-0"))).isTrue();
        }
    }

    private OpenSqlite open() {
        return OpenSqlite.in(folder, OpenSqlite.keeping(1_000), new LogLimits(LIMIT), InstantSource.system(), _ -> {});
    }

    private static CompletableFuture<Appended> say(OpenSqlite open, String room) {
        return open.log().append(new MessageDraft(new Room(room), "ann", "hello"), null);
    }

    private static boolean isSaid(CompletableFuture<Appended> outcome) {
        CompletionException failure = catchThrowableOfType(CompletionException.class, outcome::join);
        if (failure != null) {
            assertThat(failure.getCause())
                    .isInstanceOfSatisfying(
                            AppendException.class, e -> assertThat(e.reason()).isEqualTo(AppendException.Reason.ROOMS));
        }
        return failure == null;
    }
}
