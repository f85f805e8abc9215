package chat.earshot.testing;

/** What happened to one reader; the order of its steps is the order in which it met them. */
sealed interface Step permits Entry, Step.Gap, Step.Resumed {

    /** It was told that events are missing and that what follows comes after this position. */
    record Gap(Position resumedAfter) implements Step {}

    /** It went on from this position. */
    record Resumed(Position from) implements Step {}
}
