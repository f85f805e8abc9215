package earshot.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One variant of a scenario.
 *
 * @param label short, empty where there is only one
 * @param options for the load generator
 * @param rehearsal the options that are different in a first run on the same server, which does not count; none where the
 *     load generator warms the server up by itself
 */
record Case(String label, Map<String, String> options, Map<String, String> rehearsal) {

    /** {@code options} as in {@code "subscribers=1000 rate=20"}. */
    static Case of(String label, String options) {
        return new Case(label, parsed(options), Map.of());
    }

    Case rehearsedWith(String different) {
        return new Case(label, options, parsed(different));
    }

    double number(String key) {
        return Double.parseDouble(options.get(key));
    }

    private static Map<String, String> parsed(String options) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String option : options.split(" ")) {
            int equals = option.indexOf('=');
            values.put(option.substring(0, equals), option.substring(equals + 1));
        }
        return values;
    }
}
