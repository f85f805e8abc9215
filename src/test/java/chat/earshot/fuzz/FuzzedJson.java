package chat.earshot.fuzz;

import java.util.List;
import java.util.stream.Collectors;

/** JSON of every shape, and now and then none. */
final class FuzzedJson {

    private static final int DEEPEST = 3;
    private static final int MOST = 4;

    private FuzzedJson() {}

    static String value(Dice dice) {
        return value(dice, DEEPEST);
    }

    /** An object of these members, in this order. */
    static String object(Dice dice, List<String> members) {
        return space(dice) + "{"
                + members.stream().map(member -> space(dice) + member).collect(Collectors.joining(",")) + "}";
    }

    static String member(Dice dice, String name, String value) {
        return string(dice, name) + space(dice) + ":" + space(dice) + value;
    }

    static String string(Dice dice, String text) {
        boolean escapesAll = dice.chance(20);
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(unit -> json.append(escaped((char) unit, escapesAll)));
        return json.append('"').toString();
    }

    static String number(Dice dice) {
        return dice.<String>either(
                () -> Integer.toString(dice.between(-1000, 1000)),
                () -> dice.pick(
                        "-0", "0.10", "1E+03", "1e400", "-1e-9999", "9007199254740993", "12345678901234567890.10"),
                () -> "1".repeat(dice.between(1, 9_999)),
                () -> dice.pick("01", "+1", ".5", "1.", "NaN", "-Infinity", "0x10", "1_000", "1e", "--1", "٣"));
    }

    private static String value(Dice dice, int depth) {
        return space(dice)
                + dice.<String>either(
                        () -> string(dice, FuzzedText.any(dice)),
                        () -> number(dice),
                        () -> dice.pick("null", "true", "false", "True", "undefined", "'x'", "/**/1", ""),
                        () -> depth == 0 ? "[]" : list(dice, depth - 1),
                        () -> depth == 0 ? "{}" : object(dice, members(dice, depth - 1)),
                        () -> nested(dice.pick("[", "{\"a\":"), dice.pick("]", "}"), dice.between(1, 600)))
                + space(dice);
    }

    private static String list(Dice dice, int depth) {
        return "[" + String.join(",", dice.some(MOST, () -> value(dice, depth))) + (dice.chance(2) ? ",]" : "]");
    }

    private static List<String> members(Dice dice, int depth) {
        return dice.some(
                MOST,
                () -> member(dice, dice.pick("a", "b", "", "__proto__", FuzzedText.any(dice)), value(dice, depth)));
    }

    private static String nested(String open, String close, int depth) {
        return open.repeat(depth) + "1" + close.repeat(depth);
    }

    private static String space(Dice dice) {
        return dice.chance(10) ? dice.pick(" ", "\n", "\t", "\r\n", "  ", "\u00A0", "\uFEFF") : "";
    }

    private static String escaped(char unit, boolean always) {
        boolean must = unit < ' ' || unit == '"' || unit == '\\' || Character.isSurrogate(unit) && always;
        return must || always ? "\\u%04x".formatted((int) unit) : Character.toString(unit);
    }
}
