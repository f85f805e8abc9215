package chat.earshot.web;

import java.util.Locale;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

@Order(Ordered.HIGHEST_PRECEDENCE)
final class PortTakenAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

    private final Environment environment;

    PortTakenAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable root, PortInUseException cause) {
        int port = cause.getPort();
        boolean management = environment.getProperty(ManagementPort.PORT, Integer.class, -1) == port;
        String setting = management ? ManagementPort.PORT : "server.port";
        String another = "=" + (port + 1);
        String variable = setting.toUpperCase(Locale.ROOT).replace('.', '_');
        return new FailureAnalysis(
                "port " + port + " is taken.",
                "Stop what uses it, or choose another with --" + setting + another + " or " + variable + another + ".",
                cause);
    }
}
