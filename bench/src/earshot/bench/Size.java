package earshot.bench;

/**
 * How long a scenario is measured.
 *
 * @param rounds how often each peer takes its turn
 * @param warmup seconds before each measurement, long enough for a just-in-time compiler
 * @param seconds of each measurement
 */
record Size(int rounds, int warmup, int seconds) {

    Size with(Arguments arguments) {
        return new Size(
                arguments.number("rounds", rounds), arguments.number("warmup", warmup), arguments.number("seconds", seconds));
    }
}
