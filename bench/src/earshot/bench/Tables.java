package earshot.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The results as tables in Markdown. */
record Tables(Results results) {

    /** The targets that this run has figures for. */
    String targets() {
        String rows = targets(true).map(this::row).collect(Collectors.joining());
        return "| what | to reach | measured | reached |\n|---|---:|---:|---|\n" + rows;
    }

    /** A sentence that names the others; empty when there are none. */
    String unmeasured() {
        String left = targets(false).map(Target::what).collect(Collectors.joining("; "));
        return left.isEmpty() ? "" : "\nNot measured in this run: " + left + ".\n";
    }

    private Stream<Target> targets(boolean measured) {
        return Targets.ALL.stream().filter(target -> target.measured().apply(results).isPresent() == measured);
    }

    private String row(Target target) {
        double measured = target.measured().apply(results).orElseThrow();
        return line(List.of(target.what(), target.reach(), target.unit().show(measured), target.reached(measured)));
    }

    /** A row for each peer, and after each but Earshot the ratio of Earshot's median to its. */
    String scenario(Scenario scenario) {
        List<Figure> figures = scenario.figures().stream().filter(figure -> isMeasured(scenario, figure)).toList();
        List<String> head = new ArrayList<>(List.of("peer"));
        figures.forEach(figure -> head.add(figure.title() + (figure.moreIsBetter() ? " ↑" : " ↓")));
        String rule = "|---|" + "---:|".repeat(figures.size()) + "\n";
        return "### " + scenario.name() + "\n\n" + scenario.title() + "\n\n" + line(head) + rule
                + scenario.cases().stream().map(variant -> rows(scenario, variant.label(), figures)).collect(Collectors.joining())
                + note(scenario);
    }

    private boolean isMeasured(Scenario scenario, Figure figure) {
        return results.rows().stream().anyMatch(row -> row.scenario().equals(scenario.name()) && row.figure(figure.key()).isPresent());
    }

    private String rows(Scenario scenario, String variant, List<Figure> figures) {
        var rows = new StringBuilder();
        for (String peer : results.peers(scenario.name(), variant)) {
            String mark = isLimited(scenario, variant, peer) ? " †" : "";
            String label = variant.isEmpty() ? peer : peer + ", " + variant;
            rows.append(line(label + mark, figures, figure -> spread(scenario, variant, peer, figure)));
            if (!peer.equals("earshot")) {
                rows.append(line("*Earshot : " + peer + "*", figures, figure -> ratio(scenario, variant, peer, figure)));
            }
        }
        return rows.toString();
    }

    private String spread(Scenario scenario, String variant, String peer, Figure figure) {
        Optional<Spread> spread = results.spread(scenario.name(), variant, peer, figure.key());
        return spread.map(s -> s.show(figure.unit())).orElse("–");
    }

    private String ratio(Scenario scenario, String variant, String peer, Figure figure) {
        OptionalDouble ratio = results.ratio(scenario.name(), variant, peer, figure.key());
        return ratio.isPresent() && figure.unit() != Unit.COUNT ? "*" + Unit.TIMES.show(ratio.getAsDouble()) + "*" : "";
    }

    private boolean isLimited(Scenario scenario, String variant, String peer) {
        return results.of(scenario.name(), variant, peer).anyMatch(Row::isLimitedByGenerator);
    }

    private String note(Scenario scenario) {
        boolean limited = results.rows().stream().anyMatch(row -> row.scenario().equals(scenario.name()) && row.isLimitedByGenerator());
        return limited ? "\n† In one round or more the load generator was the limit, not the server.\n" : "";
    }

    private static String line(String label, List<Figure> figures, Function<Figure, String> cell) {
        List<String> cells = new ArrayList<>(List.of(label));
        figures.forEach(figure -> cells.add(cell.apply(figure)));
        return line(cells);
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
