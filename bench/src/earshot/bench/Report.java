package earshot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** What a run leaves in a folder: every row, the tables, and the plot. */
record Report(Map<String, String> machine, Results results) {

    void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("results.json"), json());
        Files.writeString(directory.resolve("results.md"), markdown());
        Files.writeString(directory.resolve("results.svg"), new Plot(results).svg());
    }

    private String json() {
        String rows = results.rows().stream().map(Row::json).collect(Collectors.joining(",\n  ", "[\n  ", "\n ]"));
        return "{\"machine\":" + Json.write(machine) + ",\n \"rows\":" + rows + "}\n";
    }

    private String markdown() {
        var tables = new Tables(results);
        return "# Results\n\nWritten by `bench/run`; ../README.md says how to read them.\n\n" + facts()
                + "\n## What was to be reached\n\n" + tables.targets() + tables.unmeasured()
                + "\n## Each scenario\n\nMedian (least – most) over the rounds; ↑ more is better, ↓ less is better.\n\n"
                + scenarios(tables) + failures();
    }

    private String facts() {
        return machine.entrySet().stream()
                .map(fact -> "- " + fact.getKey() + ": " + fact.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private String scenarios(Tables tables) {
        return Scenarios.ALL.stream()
                .filter(scenario -> results.has(scenario.name()))
                .map(tables::scenario)
                .collect(Collectors.joining("\n"));
    }

    private String failures() {
        String lines = results.failures().stream().map(failure -> "- " + failure + "\n").collect(Collectors.joining());
        return lines.isEmpty() ? "" : "\n## What did not work\n\n" + lines;
    }
}
