package earshot.bench;

import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Something to reach.
 *
 * @param measured from the results; empty where they do not have it
 */
record Target(String what, Bound bound, double limit, Unit unit, Function<Results, OptionalDouble> measured) {

    enum Bound {
        AT_LEAST("≥ "),
        AT_MOST("≤ "),
        BELOW("< ");

        private final String sign;

        Bound(String sign) {
            this.sign = sign;
        }
    }

    String reach() {
        return bound.sign + unit.show(limit);
    }

    String reached(double value) {
        boolean yes =
                switch (bound) {
                    case AT_LEAST -> value >= limit;
                    case AT_MOST -> value <= limit;
                    case BELOW -> value < limit;
                };
        return yes ? "yes" : "**no**";
    }
}
