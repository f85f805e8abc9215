package chat.earshot.stream;

import io.micrometer.observation.ObservationPredicate;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.observation.ServerRequestObservationContext;
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

    /** A stream would hold its request's timer open for as long as somebody listens. */
    @Bean
    ObservationPredicate streamsStayOutOfRequestMetrics() {
        return (name, context) -> !(context instanceof ServerRequestObservationContext request
                && request.getCarrier() != null
                && request.getCarrier().getRequestURI().endsWith("/events"));
    }

    @Bean
    RandomGenerator random() {
        return new SecureRandom();
    }
}
