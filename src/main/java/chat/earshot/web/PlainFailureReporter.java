package chat.earshot.web;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says in one plain line why the program did not start and what to do about it. */
final class PlainFailureReporter implements FailureAnalysisReporter {

    @Override
    public void report(FailureAnalysis failure) {
        System.err.println(
                "Earshot did not start: " + oneLine(failure.getDescription()) + oneLine(failure.getAction()));
    }

    private static String oneLine(@Nullable String text) {
        String line = text == null ? "" : text.replaceAll("\\s+", " ").strip();
        return line.isEmpty() ? "" : line + " ";
    }
}
