package chat.earshot.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * One event where it stands among the others. Its times are in UTC, the script puts them into the reader's own.
 *
 * @param sentAt null in what the script clones
 * @param startsDay whether it is the first of its day
 * @param continued whether it belongs to the group of the message above it
 * @param own whether the reader said it, as far as the server knows
 */
record ShownRow(ShownEvent event, @Nullable Instant sentAt, boolean startsDay, boolean continued, boolean own) {

    private static final DateTimeFormatter TIME = utc("HH:mm 'UTC'");
    private static final DateTimeFormatter BARE_TIME = utc("HH:mm");
    private static final DateTimeFormatter FULL_TIME = utc("uuuu-MM-dd HH:mm:ss 'UTC'");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL);

    /** What the script clones: the same markup with nothing in it. */
    static ShownRow blank() {
        return new ShownRow(ShownEvent.blank(), null, false, false, false);
    }

    static LocalDate dayOf(Instant sentAt) {
        return LocalDate.ofInstant(sentAt, ZoneOffset.UTC);
    }

    /** The classes that tell how it looks. */
    public String classes() {
        String hue = event.avatar() == null ? "" : event.avatar().hue();
        return hue + (continued ? " continued" : "") + (own ? " own" : "");
    }

    public @Nullable LocalDate day() {
        return startsDay && sentAt != null ? dayOf(sentAt) : null;
    }

    /** For people, in their language. */
    public @Nullable String dayWords() {
        LocalDate day = day();
        return day == null
                ? null
                : DAY.localizedBy(LocaleContextHolder.getLocale()).format(day);
    }

    /** For people. Below the first of a group there is only room for hours and minutes. */
    public @Nullable String time() {
        return sentAt == null ? null : (continued ? BARE_TIME : TIME).format(sentAt);
    }

    public @Nullable String fullTime() {
        return sentAt == null ? null : FULL_TIME.format(sentAt);
    }

    private static DateTimeFormatter utc(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }
}
