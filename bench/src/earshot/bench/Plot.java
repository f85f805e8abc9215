package earshot.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Bars of the medians by peer with whiskers from least to most, one small panel for each figure, each on its own scale. */
record Plot(Results results) {

    private record Panel(String title, String scenario, String variant, Figure figure) {}

    private static final List<Panel> PANELS = List.of(
            new Panel("Deliveries a second, 1,000 subscribers", "saturation-1000", "", Scenarios.DELIVERIES),
            new Panel("Deliveries a second, 10,000 subscribers", "saturation-10000", "", Scenarios.DELIVERIES),
            new Panel("Calm: from POST to event, p50", "calm", "", Scenarios.P50),
            new Panel("Calm: from POST to event, p99", "calm", "", Scenarios.P99),
            new Panel("Calm: server CPU a delivery", "calm", "", Scenarios.CPU),
            new Panel("Idle: memory (RSS) a stream", "idle", "", Scenarios.RSS_A_STREAM),
            new Panel("Deliveries a second, 1,000 rooms of 10", "many-rooms", "", Scenarios.DELIVERIES),
            new Panel("10,000 connect at once, warm", "connect", "warm", Scenarios.CONNECTED));

    private static final int COLUMN = 460;
    private static final int LABEL = 70;
    private static final int VALUE = 170;
    private static final int BAR = 18;
    private static final int STEP = 26;
    private static final int PANEL = 54 + 4 * STEP;

    private static final String STYLE =
            """
            text { font: 13px system-ui, sans-serif; fill: #1f2328 }
            .title { font-weight: 600 } .note { fill: #59636e; font-size: 12px }
            .ground { fill: #ffffff } .bar { fill: #afb8c1 } .earshot { fill: #0969da }
            .whisker { stroke: #1f2328; stroke-width: 1.5; fill: none }
            @media (prefers-color-scheme: dark) {
              text { fill: #e6edf3 } .note { fill: #9198a1 } .ground { fill: #0d1117 }
              .bar { fill: #545d68 } .earshot { fill: #4493f8 } .whisker { stroke: #e6edf3 }
            }
            """;

    String svg() {
        List<Panel> shown = PANELS.stream().filter(panel -> results.has(panel.scenario())).toList();
        int height = (shown.size() + 1) / 2 * PANEL + 16;
        var svg = new StringBuilder();
        svg.append(at("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%1$d\" height=\"%2$d\" role=\"img\">\n", 2 * COLUMN, height));
        svg.append("<title>Earshot beside its peers: medians, and the range over the rounds</title>\n");
        svg.append("<style>\n").append(STYLE).append("</style>\n<rect class=\"ground\" width=\"100%\" height=\"100%\"/>\n");
        for (int i = 0; i < shown.size(); i++) {
            svg.append(at("<g transform=\"translate(%d %d)\">\n", i % 2 * COLUMN + 16, i / 2 * PANEL + 16));
            svg.append(panel(shown.get(i))).append("</g>\n");
        }
        return svg.append("</svg>\n").toString();
    }

    private String panel(Panel panel) {
        List<String> peers = results.peers(panel.scenario(), panel.variant());
        double most = peers.stream().flatMap(peer -> spread(panel, peer).stream()).mapToDouble(Spread::most).max().orElse(1);
        double scale = (COLUMN - 32 - LABEL - VALUE) / most;
        var svg = new StringBuilder();
        String better = panel.figure().moreIsBetter() ? "more is better" : "less is better";
        svg.append(at("<text class=\"title\" y=\"14\">%s</text><text class=\"note\" y=\"30\">%s</text>\n", panel.title(), better));
        int y = 38;
        for (String peer : peers) {
            Optional<Spread> spread = spread(panel, peer);
            if (spread.isPresent()) {
                svg.append(bar(peer, spread.get(), label(panel, peer, spread.get()), scale, y));
            }
            y += STEP;
        }
        return svg.toString();
    }

    private Optional<Spread> spread(Panel panel, String peer) {
        return results.spread(panel.scenario(), panel.variant(), peer, panel.figure().key());
    }

    /** The median, and beside another peer how many times as much Earshot has. */
    private String label(Panel panel, String peer, Spread spread) {
        String median = panel.figure().unit().show(spread.median());
        OptionalDouble ratio = results.ratio(panel.scenario(), panel.variant(), peer, panel.figure().key());
        return peer.equals("earshot") || ratio.isEmpty()
                ? median
                : median + "<tspan class=\"note\" dx=\"6\">Earshot " + Unit.TIMES.show(ratio.getAsDouble()) + "</tspan>";
    }

    private static String bar(String peer, Spread spread, String label, double scale, int y) {
        double width = Math.max(1, spread.median() * scale);
        double from = LABEL + spread.least() * scale;
        double to = LABEL + spread.most() * scale;
        double middle = y + BAR / 2.0;
        String css = peer.equals("earshot") ? "earshot" : "bar";
        String bar = at("<text y=\"%.1f\">%s</text><rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\"/>", middle + 5, peer, css, LABEL, y, width, BAR);
        String whisker = spread.rounds() == 1 ? "" : at("<path class=\"whisker\" d=\"M%.1f %.1fH%.1fM%1$.1f %.1fv8M%3$.1f %4$.1fv8\"/>", from, middle, to, middle - 4);
        return bar + whisker + at("<text x=\"%.1f\" y=\"%.1f\">%s</text>\n", Math.max(to, LABEL + width) + 8, middle + 5, label);
    }

    private static String at(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
