package chat.earshot.fuzz;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.quicktheories.core.RandomnessSource;
import org.quicktheories.impl.Constraint;

/** Draws what an example is made of. What it draws shrinks towards the least, the first and no. */
public record Dice(RandomnessSource randomness) {

    /** Both included. */
    public int between(int least, int most) {
        return (int) randomness.next(Constraint.between(least, most).withShrinkPoint(least));
    }

    public boolean chance(int percent) {
        return between(0, 99) >= 100 - percent;
    }

    @SafeVarargs
    public final <T> T pick(T... choices) {
        return choices[between(0, choices.length - 1)];
    }

    @SafeVarargs
    public final <T> T either(Supplier<? extends T>... choices) {
        return pick(choices).get();
    }

    public <T> List<T> some(int most, Supplier<? extends T> each) {
        return Stream.<T>generate(each).limit(between(0, most)).toList();
    }
}
