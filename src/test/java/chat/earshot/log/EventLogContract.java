package chat.earshot.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.earshot.event.Draft;
import chat.earshot.event.Event;
import chat.earshot.event.EventId;
import chat.earshot.event.IdempotencyKey;
import chat.earshot.event.MessageDraft;
import chat.earshot.event.Room;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link EventLog} does, whatever it is made of. */
public abstract class EventLogContract {

    protected static final Room LOBBY = Room.LOBBY;
    protected static final Room GARDEN = new Room("garden");
    protected static final PageLimit ALL = new PageLimit(1_000_000, Long.MAX_VALUE);

    /** A text that the log under test has been made unable to write. */
    protected static final String UNWRITABLE = "unwritable";

    protected final TestClock clock = new TestClock(Instant.parse("2026-11-21T09:30:00.123Z"));
    protected final List<Room> moved = new ArrayList<>();
    protected EventLog log;

    /** Opens the log, on what an earlier one of the same test has left; it keeps so many events a room. */
    protected abstract EventLog open(long retainEvents);

    protected abstract void close();

    /** Has every event whose text is {@link #UNWRITABLE} fail by itself. */
    protected abstract void refuseUnwritable();

    /** Has the next commit fail, either before anything lasts or after all of it does. */
    protected abstract void failNextCommit(boolean afterAll);

    @BeforeEach
    void openEmpty() {
        log = open(1_000_000);
    }

    @AfterEach
    void closeAtTheEnd() {
        close();
    }

    @Test
    void aRoomNobodyHasSpokenInStandsBeforeItsFirstEvent() {
        assertThat(log.head(LOBBY).sequence()).isZero();
        assertThat(log.after(LOBBY, 0, ALL)).isEmpty();
        assertThat(log.before(LOBBY, Long.MAX_VALUE, ALL)).isEmpty();
        assertThat(log.rooms(10)).isEmpty();
    }

    @Test
    void theEpochIsThereBeforeTheFirstEventAndStays() {
        String before = log.head(LOBBY).epoch();
        assertThat(say(LOBBY, "one").epoch()).isEqualTo(before).matches("[a-z0-9]{8}");
    }

    @Test
    void eachRoomHasItsOwnEpoch() {
        assertThat(log.head(LOBBY).epoch()).isNotEqualTo(log.head(GARDEN).epoch());
    }

    @Test
    void anEventIsWhatWasSaidAndWhen() {
        EventId id = say(LOBBY, "hello");
        Event event = log.after(LOBBY, 0, ALL).getFirst();
        assertThat(event.id()).isEqualTo(id);
        assertThat(event.content()).isEqualTo("{\"author\":\"ann\",\"text\":\"hello\"}");
        assertThat(event.sentAt()).isEqualTo(clock.instant());
        assertThat(event.room()).isEqualTo(LOBBY);
    }

    @Test
    void sequencesAreDensePerRoom() {
        List<CompletableFuture<Appended>> appends = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            appends.add(log.append(message(i % 2 == 0 ? LOBBY : GARDEN, "text " + i), null));
        }
        appends.forEach(CompletableFuture::join);
        assertThat(sequences(log.after(LOBBY, 0, ALL))).isEqualTo(upTo(250));
        assertThat(sequences(log.after(GARDEN, 0, ALL))).isEqualTo(upTo(250));
    }

    @Test
    void eventsStandInTheOrderInWhichTheyWereAppended() {
        for (int i = 0; i < 20; i++) {
            say(LOBBY, "text " + i);
        }
        assertThat(texts(log.after(LOBBY, 0, ALL)))
                .startsWith("text 0", "text 1")
                .endsWith("text 18", "text 19");
    }

    @Test
    void readsForwardFromAnyPosition() {
        sayMany(10);
        assertThat(sequences(log.after(LOBBY, 4, new PageLimit(3, 1_000_000)))).containsExactly(5L, 6L, 7L);
        assertThat(log.after(LOBBY, 10, ALL)).isEmpty();
    }

    @Test
    void readsBackwardFromAnyPositionOldestFirst() {
        sayMany(10);
        assertThat(sequences(log.before(LOBBY, 8, new PageLimit(3, 1_000_000)))).containsExactly(5L, 6L, 7L);
        assertThat(sequences(log.before(LOBBY, Long.MAX_VALUE, new PageLimit(2, 1_000_000))))
                .containsExactly(9L, 10L);
        assertThat(log.before(LOBBY, 1, ALL)).isEmpty();
    }

    @Test
    void aPageIsBoundedInBytesButNeverEmpty() {
        say(LOBBY, "x".repeat(1_000));
        say(LOBBY, "y".repeat(1_000));
        assertThat(sequences(log.after(LOBBY, 0, new PageLimit(10, 1_500)))).containsExactly(1L);
        assertThat(sequences(log.after(LOBBY, 0, new PageLimit(10, 1)))).containsExactly(1L);
        assertThat(sequences(log.before(LOBBY, 3, new PageLimit(10, 1)))).containsExactly(2L);
    }

    @Test
    void findsTheRoomAnIdBelongsTo() {
        EventId id = say(GARDEN, "hello");
        assertThat(log.roomOf(id)).contains(GARDEN);
        assertThat(log.roomOf(log.head(LOBBY).position())).isEmpty();
    }

    @Test
    void listsTheRoomsSpokenInLatestFirst() {
        say(LOBBY, "one");
        clock.advance(Duration.ofSeconds(1));
        EventId last = say(GARDEN, "two");
        assertThat(log.rooms(10))
                .containsExactly(
                        new RoomSummary(GARDEN, last, clock.instant()),
                        new RoomSummary(
                                LOBBY,
                                log.head(LOBBY).position(),
                                clock.instant().minusSeconds(1)));
        assertThat(log.rooms(1)).hasSize(1);
    }

    @Test
    void whoFollowsIsToldOnceTheHeadHasMoved() {
        say(GARDEN, "hello");
        assertThat(moved).containsExactly(GARDEN);
    }

    @Test
    void theSameKeyAndContentIsOneEvent() {
        Appended first = append(message(LOBBY, "once"), "k");
        Appended again = append(message(LOBBY, "once"), "k");
        assertThat(first.repeated()).isFalse();
        assertThat(again.repeated()).isTrue();
        assertThat(again.event()).isEqualTo(first.event());
        assertThat(log.head(LOBBY).sequence()).isEqualTo(1);
    }

    @Test
    void theSameKeyInParallelIsOneEvent() {
        List<CompletableFuture<Appended>> appends = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            appends.add(log.append(message(LOBBY, "once"), new IdempotencyKey("k")));
        }
        assertThat(appends)
                .extracting(append -> append.join().id())
                .containsOnly(log.head(LOBBY).position().at(1));
        assertThat(log.head(LOBBY).sequence()).isEqualTo(1);
    }

    @Test
    void theSameKeyWithOtherContentFails() {
        append(message(LOBBY, "one"), "k");
        assertFails(log.append(message(LOBBY, "two"), new IdempotencyKey("k")), AppendException.Reason.KEY_REUSED);
        assertThat(log.head(LOBBY).sequence()).isEqualTo(1);
    }

    @Test
    void aKeyIsForItsRoomAlone() {
        append(message(LOBBY, "one"), "k");
        assertThat(append(message(GARDEN, "two"), "k").repeated()).isFalse();
    }

    @Test
    void aKeyIsForgottenAfterItsTime() {
        append(message(LOBBY, "one"), "k");
        clock.advance(Duration.ofHours(24).minusMillis(1));
        assertThat(append(message(LOBBY, "one"), "k").repeated()).isTrue();
        clock.advance(Duration.ofMillis(1));
        assertThat(append(message(LOBBY, "one"), "k").repeated()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"P3653D", "PT-1H", "PT0S"})
    void aJumpOfTheClockChangesOnlyTheTimesShown(String by) {
        sayMany(3);
        clock.advance(Duration.parse(by));
        sayMany(3);

        List<Event> events = log.after(LOBBY, 0, ALL);
        assertThat(sequences(events)).isEqualTo(upTo(6));
        assertThat(sequences(log.before(LOBBY, Long.MAX_VALUE, ALL))).isEqualTo(upTo(6));
        assertThat(events.getLast().sentAt()).isEqualTo(clock.instant());
        assertThat(log.head(LOBBY).trimmed()).isZero();
        reopen(1_000_000);
        assertThat(log.after(LOBBY, 0, ALL)).isEqualTo(events);
    }

    @Test
    void aStepBackOfTheClockForgetsNoKey() {
        append(message(LOBBY, "once"), "k");
        clock.advance(Duration.ofHours(-1));
        assertThat(append(message(LOBBY, "once"), "k").repeated()).isTrue();
    }

    /** The key of the future is remembered for longer than need be; the one of today counts all the same. */
    @Test
    void aClockThatWasTenYearsAheadForAWhileForgetsNoKeyOfToday() {
        clock.advance(Duration.ofDays(3_653));
        append(message(LOBBY, "then"), "then");
        clock.advance(Duration.ofDays(-3_653));
        append(message(LOBBY, "now"), "now");
        assertThat(append(message(LOBBY, "now"), "now").repeated()).isTrue();
        assertThat(append(message(LOBBY, "then"), "then").repeated()).isTrue();
    }

    @Test
    void whatWasAppendedIsThereAfterReopening() {
        sayMany(3);
        Appended keyed = append(message(LOBBY, "keyed"), "k");
        Head before = log.head(LOBBY);
        reopen(1_000_000);
        assertThat(log.head(LOBBY)).isEqualTo(before);
        assertThat(texts(log.after(LOBBY, 0, ALL))).containsExactly("text 1", "text 2", "text 3", "keyed");
        assertThat(append(message(LOBBY, "keyed"), "k").id()).isEqualTo(keyed.id());
        assertThat(say(LOBBY, "five")).isEqualTo(before.position().at(5));
    }

    @Test
    void aRoomNobodyHasSpokenInKeepsItsEpochOverReopening() {
        Head before = log.head(GARDEN);
        reopen(1_000_000);
        assertThat(log.head(GARDEN)).isEqualTo(before);
    }

    @Test
    void keepsTheNewestEventsOfARoom() {
        reopen(10);
        sayMany(100);
        Head head = log.head(LOBBY);
        assertThat(head.sequence() - head.trimmed()).isEqualTo(10);
        assertThat(sequences(log.after(LOBBY, 0, ALL)))
                .isEqualTo(LongStream.rangeClosed(91, 100).boxed().toList());
    }

    @Test
    void aRepeatedEventThatIsNoLongerKeptIsOnlyItsId() {
        reopen(1);
        EventId id = append(message(LOBBY, "once"), "k").id();
        sayMany(5);
        Appended again = append(message(LOBBY, "once"), "k");
        assertThat(again.id()).isEqualTo(id);
        assertThat(again.event()).isEmpty();
    }

    @Test
    void anEventThatCannotBeWrittenFailsAlone() {
        refuseUnwritable();
        List<CompletableFuture<Appended>> good = new ArrayList<>();
        List<CompletableFuture<Appended>> bad = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            good.add(log.append(message(LOBBY, "good " + i), null));
            bad.add(log.append(message(LOBBY, UNWRITABLE), null));
        }
        good.forEach(CompletableFuture::join);
        bad.forEach(append -> assertFails(append, AppendException.Reason.UNWRITABLE));
        assertThat(sequences(log.after(LOBBY, 0, ALL))).isEqualTo(upTo(60));
        assertThat(texts(log.after(LOBBY, 0, ALL))).noneMatch(UNWRITABLE::equals);
    }

    @Test
    void afterAFailedCommitNothingIsThereAndTheSequenceStaysDense() {
        say(LOBBY, "one");
        failNextCommit(false);
        assertFails(log.append(message(LOBBY, "lost"), null), AppendException.Reason.STORAGE);
        assertThat(say(LOBBY, "two").sequence()).isEqualTo(2);
        assertThat(texts(log.after(LOBBY, 0, ALL))).containsExactly("one", "two");
    }

    @Test
    void aCommitThatFailedOnlyInAppearanceIsFoundOut() {
        say(LOBBY, "one");
        failNextCommit(true);
        assertFails(log.append(message(LOBBY, "turns up"), new IdempotencyKey("k")), AppendException.Reason.STORAGE);
        assertThat(append(message(LOBBY, "turns up"), "k").repeated()).isTrue();
        assertThat(say(LOBBY, "three").sequence()).isEqualTo(3);
        assertThat(texts(log.after(LOBBY, 0, ALL))).containsExactly("one", "turns up", "three");
    }

    protected final void reopen(long retainEvents) {
        close();
        log = open(retainEvents);
    }

    protected final EventId say(Room room, String text) {
        return log.append(message(room, text), null)
                .orTimeout(20, TimeUnit.SECONDS)
                .join()
                .id();
    }

    protected final void sayMany(int count) {
        for (int i = 1; i <= count; i++) {
            say(LOBBY, "text " + i);
        }
    }

    protected final Appended append(Draft draft, @Nullable String key) {
        return log.append(draft, key == null ? null : new IdempotencyKey(key)).join();
    }

    protected static Draft message(Room room, String text) {
        return new MessageDraft(room, "ann", text);
    }

    protected static void assertFails(CompletableFuture<Appended> append, AppendException.Reason reason) {
        assertThatThrownBy(append::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(AppendException.class)
                .satisfies(e ->
                        assertThat(((AppendException) e.getCause()).reason()).isEqualTo(reason));
    }

    protected static List<Long> sequences(List<Event> events) {
        return events.stream().map(event -> event.id().sequence()).toList();
    }

    protected static List<String> texts(List<Event> events) {
        return events.stream()
                .map(event -> event.content().replaceAll(".*\"text\":\"(.*)\"}", "$1"))
                .toList();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
