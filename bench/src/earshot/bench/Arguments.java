package earshot.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands behind {@code bench/run}.
 *
 * @param words scenarios, peers, or a form
 * @param values the {@code key=value} among them
 */
record Arguments(List<String> words, Map<String, String> values) {

    private static final List<String> KEYS = List.of("rounds", "seconds", "warmup", "out", "port");

    static final String USAGE =
            """
            bench/run                          the short form: the gate, under 3 minutes
            bench/run full                     everything
            bench/run <scenario>... [peer...]  some of it
            rounds=N seconds=N warmup=N        other sizes
            out=DIR                            where the report goes
            port=N                             the first port to try (18200)""";

    static Arguments of(String... arguments) {
        List<String> words = new ArrayList<>();
        Map<String, String> values = new HashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals < 0) {
                words.add(argument);
            } else if (KEYS.contains(argument.substring(0, equals))) {
                values.put(argument.substring(0, equals), argument.substring(equals + 1));
            } else {
                throw new IllegalArgumentException("no setting " + argument);
            }
        }
        return new Arguments(words, values);
    }

    int number(String key, int otherwise) {
        return Integer.parseInt(values.getOrDefault(key, Integer.toString(otherwise)));
    }
}
