package chat.earshot.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Text of every kind that Unicode has, and some that is none. */
final class FuzzedText {

    private static final int LONGEST = 24;

    private FuzzedText() {}

    /** What people write. */
    static String tame(Dice dice) {
        StringBuilder text = new StringBuilder("x");
        dice.some(
                LONGEST,
                () -> text.append(dice.<String>either(
                        () -> Character.toString(dice.between(' ', '~')),
                        () -> Character.toString(dice.between(0xC0, 0x24F)),
                        () -> Character.toString(dice.between(0x5D0, 0x64A)),
                        () -> Character.toString(dice.between(0x4E00, 0x9FFF)),
                        () -> Character.toString(dice.between(0x1F600, 0x1F64F)),
                        () -> dice.pick(
                                "\n", "\r\n", "\r", "\t", "\n\n", "\ndata: x", "\nid: 9", "\nevent: gap", ":\n"),
                        () -> dice.pick(
                                "\u2028",
                                "\u2029",
                                "\u0301",
                                "👩‍👩‍👧‍👦",
                                "\u202E",
                                "\uFEFF",
                                "\\",
                                "\"",
                                "</script>",
                                "${7*7}"))));
        return text.toString();
    }

    /** Anything: each code point may be a control, a lone surrogate or not assigned. */
    static String wild(Dice dice) {
        StringBuilder text = new StringBuilder();
        dice.some(LONGEST, () -> text.appendCodePoint(point(dice)));
        return dice.chance(4) ? text.toString().repeat(dice.between(1, 400)) : text.toString();
    }

    static String any(Dice dice) {
        return dice.chance(40) ? wild(dice) : tame(dice);
    }

    /** As UTF-8; a lone surrogate becomes the three bytes that it would have if it had any. */
    static byte[] bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        text.codePoints().forEach(point -> {
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                bytes.writeBytes(
                        new byte[] {(byte) 0xED, (byte) (0x80 | point >> 6 & 0x3F), (byte) (0x80 | point & 0x3F)});
            } else {
                bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
            }
        });
        return bytes.toByteArray();
    }

    private static int point(Dice dice) {
        return dice.<Integer>either(
                () -> dice.between('a', 'z'),
                () -> dice.between(0, 0x9F),
                () -> dice.between(0x2000, 0x206F),
                () -> dice.between(0xD800, 0xDFFF),
                () -> dice.between(0, 0xFFFF),
                () -> dice.between(0x1_0000, 0x10_FFFF),
                () -> dice.between(0xE_0000, 0xE_01EF),
                () -> dice.pick(0xFE0F, 0xFEFF, 0xFFFE, 0xFFFF, 0x3164, 0x34F, 0x1F98A, 0x10_FFFF));
    }
}
