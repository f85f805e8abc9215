package chat.earshot.stream;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class StreamConfiguration implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new SubscriberStarter()).addPathPatterns("/events");
    }

    @Bean
    ServerHttpMessageConvertersCustomizer streamsBytesAsTheyAre() {
        return converters -> converters.addCustomConverter(new SliceConverter());
    }

    @Bean
    RandomGenerator random() {
        return new SecureRandom();
    }
}
