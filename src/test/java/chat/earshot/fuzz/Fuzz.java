package chat.earshot.fuzz;

import java.util.function.Consumer;
import java.util.function.Function;
import org.quicktheories.QuickTheory;
import org.quicktheories.core.Gen;

/** How long and from which seed. A failure names its seed. */
public final class Fuzz {

    private static final int EXAMPLES = Integer.getInteger("earshot.fuzz.examples", 400);
    private static final long SEED = Long.getLong("earshot.fuzz.seed", 20_261_121);

    /** How often something that failed is made smaller: each attempt is some requests. */
    private static final int SHRINKS = 500;

    private Fuzz() {}

    /** Asserts this of every example. */
    public static <T> void check(Function<Dice, T> example, Consumer<T> fact) {
        Gen<T> examples = randomness -> example.apply(new Dice(randomness));
        QuickTheory.qt()
                .withFixedSeed(SEED)
                .withExamples(EXAMPLES)
                .withShrinkCycles(SHRINKS)
                .forAll(examples)
                .checkAssert(fact);
    }
}
