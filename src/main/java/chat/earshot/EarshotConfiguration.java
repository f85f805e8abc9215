package chat.earshot;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EarshotConfiguration {

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
