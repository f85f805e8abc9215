package chat.earshot.event;

/** Which characters can be seen, and which may stand where. By code point, with Unicode's general categories. */
final class Characters {

    private static final int ZWNJ = 0x200C;
    private static final int ZWJ = 0x200D;

    private Characters() {}

    /** Whether every code point shows, or joins two that do (Persian, Hindi and emoji need their joiners). */
    static boolean allVisible(String text) {
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            if (!isVisibleAt(points, i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether there is nothing to see: only white space and characters without a shape. */
    static boolean noneVisible(String text) {
        return text.codePoints()
                .allMatch(point -> Character.isWhitespace(point) || Character.isSpaceChar(point) || isInvisible(point));
    }

    /** Whether there is a C0 or C1 control other than tab, newline and carriage return. */
    static boolean anyControl(String text) {
        return text.codePoints()
                .anyMatch(point -> Character.isISOControl(point) && point != '\t' && point != '\n' && point != '\r');
    }

    private static boolean isVisibleAt(int[] points, int i) {
        if (isJoiner(points[i])) {
            return joins(points, i);
        }
        if (isVariationSelector(points[i])) {
            return i > 0 && hasVariations(points[i - 1]);
        }
        return !isInvisible(points[i]);
    }

    private static boolean isJoiner(int point) {
        return point == ZWJ || point == ZWNJ;
    }

    private static boolean joins(int[] points, int i) {
        return i > 0 && i < points.length - 1 && isJoinable(points[i - 1]) && isJoinable(points[i + 1]);
    }

    private static boolean isJoinable(int point) {
        return switch (Character.getType(point)) {
            case Character.OTHER_SYMBOL, Character.MODIFIER_SYMBOL -> true;
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> Character.isLetter(point);
        };
    }

    /** They choose between two shapes of the character before them, and are nothing anywhere else. */
    private static boolean isVariationSelector(int point) {
        return (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF);
    }

    private static boolean hasVariations(int point) {
        return Character.getType(point) == Character.OTHER_SYMBOL || Character.isIdeographic(point);
    }

    private static boolean isInvisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> true;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> isBlankLetter(point) || isVariationSelector(point);
        };
    }

    /** Letters, marks and symbols that Unicode draws as nothing: Hangul fillers, the grapheme joiner, blank Braille. */
    private static boolean isBlankLetter(int point) {
        return switch (point) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0 -> true;
            default -> false;
        };
    }
}
