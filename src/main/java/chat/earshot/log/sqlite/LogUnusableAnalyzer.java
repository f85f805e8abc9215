package chat.earshot.log.sqlite;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The start that a log stops is explained by the log's own words. */
final class LogUnusableAnalyzer extends AbstractFailureAnalyzer<LogUnusableException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, LogUnusableException cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
