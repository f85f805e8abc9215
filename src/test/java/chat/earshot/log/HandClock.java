package chat.earshot.log;

import java.time.Instant;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Has the server's log tell the time that a test sets. It begins at noon, UTC. */
@TestConfiguration(proxyBeanMethods = false)
public class HandClock {

    public static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    @Bean
    @Primary
    TestClock handClock() {
        return new TestClock(NOON);
    }
}
