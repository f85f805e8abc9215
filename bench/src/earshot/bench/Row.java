package earshot.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What one measurement gave. */
record Row(String scenario, String variant, String peer, int round, Map<String, Object> figures) {

    private static final List<String> FAULTS = List.of("lost", "repeated", "misordered", "disagreeing");

    static Row of(Trial trial, Map<String, Object> measured) {
        Map<String, Object> figures = new LinkedHashMap<>(measured);
        if (figures.containsKey("lost")) {
            figures.put("faults", FAULTS.stream().mapToDouble(key -> number(figures, key)).sum());
        }
        return new Row(trial.scenario().name(), trial.variant().label(), trial.peer().name(), trial.round(), figures);
    }

    private static double number(Map<String, Object> figures, String key) {
        return figures.get(key) instanceof Double number ? number : 0;
    }

    OptionalDouble figure(String key) {
        return figures.get(key) instanceof Double number ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    boolean isLimitedByGenerator() {
        return Boolean.TRUE.equals(figures.get("generatorLimited"));
    }

    String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("scenario", scenario);
        all.put("case", variant);
        all.put("peer", peer);
        all.put("round", (double) round);
        figures.forEach(all::putIfAbsent);
        return Json.write(all);
    }
}
