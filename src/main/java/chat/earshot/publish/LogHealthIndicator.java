package chat.earshot.publish;

import chat.earshot.log.EventLog;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether anything can be said: down while the log cannot write. Named {@code log}. */
@Component
class LogHealthIndicator implements HealthIndicator {

    private final EventLog log;

    LogHealthIndicator(EventLog log) {
        this.log = log;
    }

    @Override
    public Health health() {
        return (log.isWritable() ? Health.up() : Health.down()).build();
    }
}
