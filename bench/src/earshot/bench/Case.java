package earshot.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One variant of a scenario.
 *
 * @param label short, empty where there is only one
 * @param options for the load generator
 */
record Case(String label, Map<String, String> options) {

    /** {@code options} as in {@code "subscribers=1000 rate=20"}. */
    static Case of(String label, String options) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String option : options.split(" ")) {
            int equals = option.indexOf('=');
            values.put(option.substring(0, equals), option.substring(equals + 1));
        }
        return new Case(label, values);
    }
}
