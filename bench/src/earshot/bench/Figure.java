package earshot.bench;

/**
 * One column of a scenario's table.
 *
 * @param key its name in a row
 * @param moreIsBetter which way is good
 */
record Figure(String key, String title, Unit unit, boolean moreIsBetter) {

    static Figure more(String key, String title, Unit unit) {
        return new Figure(key, title, unit, true);
    }

    static Figure less(String key, String title, Unit unit) {
        return new Figure(key, title, unit, false);
    }
}
