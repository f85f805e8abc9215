package chat.earshot.log.sqlite;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Puts a {@link FaultyDisk} under the whole server's log. */
@TestConfiguration(proxyBeanMethods = false)
public class FaultyConnections {

    @Bean
    FaultyDisk faultyDisk() {
        return new FaultyDisk();
    }

    @Bean
    static BeanPostProcessor connectionsOnAFaultyDisk(ObjectProvider<FaultyDisk> disk) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof ConnectionSource source
                        ? new FailingConnections(source, disk.getObject()::commit)
                        : bean;
            }
        };
    }
}
