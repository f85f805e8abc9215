package earshot.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Runs a plan and reports it. {@code bench/run} starts it. */
final class Bench {

    private final Plan plan;
    private final List<Row> rows = new ArrayList<>();

    private Bench(Plan plan) {
        this.plan = plan;
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

    private void run() throws InterruptedException {
        int seconds = plan.estimate();
        System.out.printf("about %d min %02d s%n", seconds / 60, seconds % 60);
        for (Trial trial : (Iterable<Trial>) plan.trials()::iterator) {
            measure(trial);
        }
    }

    private void measure(Trial trial) throws InterruptedException {
        String what = "%-16s %-12s %-8s %d/%d".formatted(
                trial.scenario().name(), trial.variant().label(), trial.peer().name(), trial.round(), trial.size().rounds());
        try {
            Map<String, Object> measured = trial.scenario().probe().measure(trial);
            Row row = Row.of(trial, measured);
            rows.add(row);
            System.out.println(what + "  " + figures(trial.scenario(), row));
        } catch (IOException e) {
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
}
