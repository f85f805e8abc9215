package chat.earshot.fuzz;

import java.util.Locale;

/** Event ids, and what looks like one. */
public final class FuzzedIds {

    /** In characters: with the rest of a request it must stay under what a container takes. */
    private static final int LONGEST = 300;

    private FuzzedIds() {}

    /** @param id one that there is */
    public static String near(Dice dice, String id) {
        String epoch = id.substring(0, id.indexOf('-'));
        String near = dice.<String>either(
                () -> epoch + "-" + dice.between(0, 9),
                () -> epoch + "-" + FuzzedJson.number(dice),
                () -> epoch
                        + dice.pick(
                                "-9223372036854775808", "-999999999999999999", "--1", "-01", "-1 ", "-", "-1-1", "-１"),
                () -> "aaaaaaaa-" + dice.between(0, 9),
                () -> epoch.toUpperCase(Locale.ROOT) + "-1",
                () -> id + "," + id,
                () -> id.substring(dice.between(0, id.length())) + FuzzedText.any(dice),
                () -> FuzzedText.any(dice));
        return near.substring(0, Math.min(near.length(), LONGEST));
    }

    /** Without what cannot stand in a header's value: a container refuses it, and no cursor is asked about. */
    public static String inHeader(String id) {
        return id.replaceAll("[\\x00-\\x08\\x0A-\\x1F\\x7F]", "").strip();
    }
}
