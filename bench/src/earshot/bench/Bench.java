package earshot.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** Runs a plan and reports it. {@code bench/run} starts it. */
final class Bench {

    private final Plan plan;
    private final Map<String, String> machine;
    private final Results results = new Results();

    private Bench(Plan plan) throws IOException {
        this.plan = plan;
        machine = Machine.describe(plan.peers());
    }

    public static void main(String[] words) throws IOException, InterruptedException {
        try {
            Arguments arguments = Arguments.of(words);
            Server.portsFrom(arguments.number("port", 18200));
            new Bench(Plan.of(arguments).withPeersFound()).run();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + Arguments.USAGE);
            System.exit(2);
        }
    }

    private void run() throws IOException, InterruptedException {
        int seconds = plan.estimate();
        System.out.printf("about %d min %02d s%n", seconds / 60, seconds % 60);
        for (Scenario scenario : plan.scenarios()) {
            for (Trial trial : plan.trials(scenario)) {
                measure(trial);
            }
            // After each, so that a run that is broken off leaves what it has.
            new Report(machine, results).write(plan.reportDirectory());
        }
        print();
    }

    private void measure(Trial trial) throws InterruptedException {
        String what = "%-16s %-15s %-8s %d/%d".formatted(
                trial.scenario().name(), trial.variant().label(), trial.peer().name(), trial.round(), trial.size().rounds());
        try {
            Row row = Row.of(trial, trial.scenario().probe().measure(trial));
            results.add(row);
            System.out.println(what + "  " + figures(trial.scenario(), row));
        } catch (IOException e) {
            String failure = trial.label() + ", " + trial.peer().name() + ": " + e.getMessage();
            results.addFailure(failure);
            System.out.println(what + "  failed: " + e.getMessage());
        }
    }

    private static String figures(Scenario scenario, Row row) {
        String figures = scenario.figures().stream()
                .filter(figure -> row.figure(figure.key()).isPresent())
                .map(figure -> figure.title() + " " + figure.unit().show(row.figure(figure.key()).getAsDouble()))
                .collect(Collectors.joining(" · "));
        return row.isLimitedByGenerator() ? figures + " · the generator was the limit" : figures;
    }

    private void print() {
        var tables = new Tables(results);
        plan.scenarios().stream().filter(scenario -> results.has(scenario.name())).forEach(scenario -> System.out.println("\n" + tables.scenario(scenario)));
        System.out.println(tables.targets());
        Path directory = plan.reportDirectory();
        System.out.println("written to " + directory);
    }
}
